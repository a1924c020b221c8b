<?php
/**
 * What does the clinic say on every card? One option of the site, which administrators set.
 *
 * @package AftercareConsensus
 */

defined( 'ABSPATH' ) || exit;

const AFTERCARE_CONSENSUS_OPTION = 'aftercare_consensus';

/**
 * The clinic's settings; each is a text, empty where it is not set.
 *
 * @return array{clinic: string, protocol: string, contact: string, emergency: string, theme: string}
 */
function aftercare_consensus_options() {
	$defaults = array(
		'clinic'    => '',
		'protocol'  => '',
		'contact'   => '',
		'emergency' => '',
		'theme'     => '',
	);
	$stored   = get_option( AFTERCARE_CONSENSUS_OPTION, array() );
	$stored   = is_array( $stored ) ? array_filter( $stored, 'is_string' ) : array();
	return array_intersect_key( $stored, $defaults ) + $defaults;
}

/**
 * Cleans what an administrator has typed. A value that cannot be one keeps the stored value,
 * and the administrator reads why.
 *
 * @param mixed $given What the form has sent.
 * @return array<string, string>
 */
function aftercare_consensus_sanitize_options( $given ) {
	$options = aftercare_consensus_options();
	if ( ! is_array( $given ) ) {
		return $options;
	}
	$rules = array(
		// As many letters as the card takes.
		'clinic'    => array( '/^.{0,100}$/us', __( 'The clinic’s name has up to 100 letters.', 'aftercare-consensus' ) ),
		'protocol'  => array(
			'/^([a-z-]+\s+(\d+(\.\d+)?\s?(min|h|d)|day-end)\s*(;\s*|$))*$/',
			/* translators: leave the words "exercise 24h; facial 14d" and "day-end" as they are. */
			__( 'A wait is an activity and a time, such as “exercise 24h; facial 14d”, or “day-end” for the end of the day.', 'aftercare-consensus' ),
		),
		'contact'   => array( '/^(\+?[0-9 ()\/.-]{2,30})?$/', __( 'The clinic’s telephone number has digits, spaces and a “+” in front, such as +1 212 555 0100.', 'aftercare-consensus' ) ),
		'emergency' => array( '/^(\+?[0-9 ()\/.-]{2,30})?$/', __( 'The emergency number has digits, such as 911.', 'aftercare-consensus' ) ),
		'theme'     => array( '/^(light|dark)?$/', __( 'The look is the page’s own, light or dark.', 'aftercare-consensus' ) ),
	);
	foreach ( $rules as $name => list( $pattern, $rule ) ) {
		if ( ! isset( $given[ $name ] ) || ! is_string( $given[ $name ] ) ) {
			continue;
		}
		$value = sanitize_text_field( $given[ $name ] );
		if ( preg_match( $pattern, $value ) ) {
			$options[ $name ] = $value;
		} else {
			/* translators: 1: what was typed, 2: a sentence that says what is accepted. */
			$message = sprintf( __( '“%1$s” was not saved. %2$s', 'aftercare-consensus' ), $value, $rule );
			add_settings_error( AFTERCARE_CONSENSUS_OPTION, $name, esc_html( $message ) );
		}
	}
	return $options;
}
