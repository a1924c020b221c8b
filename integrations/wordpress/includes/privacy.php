<?php
/**
 * What can a site say of this plugin in its privacy policy?
 *
 * @package AftercareConsensus
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', 'aftercare_consensus_suggest_privacy_text' );

/** The text that WordPress suggests under Settings, Privacy. */
function aftercare_consensus_suggest_privacy_text() {
	$text = __( 'Our aftercare card runs in your browser. What you enter into it, such as your treatment and its time, is neither stored nor sent to us or to anybody else. The card sets no cookies and does not track you.', 'aftercare-consensus' );
	wp_add_privacy_policy_content( __( 'Aftercare Consensus', 'aftercare-consensus' ), '<p>' . esc_html( $text ) . '</p>' );
}
