<?php
/**
 * Leaves nothing behind.
 *
 * @package AftercareConsensus
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

$aftercare_consensus_sites = is_multisite() ? get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) : array( 0 );
foreach ( $aftercare_consensus_sites as $aftercare_consensus_site ) {
	if ( $aftercare_consensus_site ) {
		delete_blog_option( $aftercare_consensus_site, 'aftercare_consensus' );
	} else {
		delete_option( 'aftercare_consensus' );
	}
}
