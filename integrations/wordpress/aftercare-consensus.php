<?php
/**
 * Plugin Name:       Aftercare Consensus
 * Description:       A card for patients: when doctors and aftercare sheets say exercise is OK after Botox and similar treatments. Nothing a patient enters leaves the browser.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The aftercare-consensus contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       aftercare-consensus
 * Domain Path:       /languages
 *
 * @package AftercareConsensus
 */

defined( 'ABSPATH' ) || exit;

define( 'AFTERCARE_CONSENSUS_VERSION', '0.1.0' );
define( 'AFTERCARE_CONSENSUS_FILE', __FILE__ );

require_once __DIR__ . '/includes/options.php';
require_once __DIR__ . '/includes/card.php';
require_once __DIR__ . '/includes/block.php';

if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings-page.php';
	require_once __DIR__ . '/includes/privacy.php';
}

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'aftercare-consensus', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	},
	5
);
