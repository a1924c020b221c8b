<?php
/**
 * How is a card put on a page? As one element and one script, by a block or a shortcode.
 *
 * @package AftercareConsensus
 */

defined( 'ABSPATH' ) || exit;

/** What an author may choose. The clinic's own word comes from the settings alone. */
const AFTERCARE_CONSENSUS_CHOICES = array(
	'treatment' => '',
	'activity'  => '',
	'ask'       => '',
	'compact'   => '',
	'lang'      => '',
	'names'     => '',
);

add_action( 'init', 'aftercare_consensus_register_assets' );
add_action( 'init', 'aftercare_consensus_register_shortcode' );

/** The script with everything inside, one more script for each language, and the style of the wrapper. */
function aftercare_consensus_register_assets() {
	$version = AFTERCARE_CONSENSUS_VERSION;
	wp_register_script( 'aftercare-consensus', aftercare_consensus_url( 'aftercare-consensus.iife.js' ), array(), $version, true );
	foreach ( aftercare_consensus_languages() as $lang ) {
		wp_register_script(
			"aftercare-consensus-$lang",
			aftercare_consensus_url( "aftercare-consensus.$lang.js" ),
			array( 'aftercare-consensus' ),
			$version,
			true
		);
	}
	wp_register_style( 'aftercare-consensus', aftercare_consensus_url( 'card.css' ), array(), $version );
}

/**
 * The address of a file of this plugin.
 *
 * @param string $name Its name.
 * @return string
 */
function aftercare_consensus_url( $name ) {
	return plugins_url( $name, AFTERCARE_CONSENSUS_FILE );
}

/**
 * The languages that have a script of their own; English is inside the first one.
 *
 * @return string[]
 */
function aftercare_consensus_languages() {
	$files = glob( dirname( AFTERCARE_CONSENSUS_FILE ) . '/aftercare-consensus.*.js' );
	$langs = array();
	foreach ( $files ? $files : array() as $file ) {
		if ( preg_match( '/\.([a-z]{2,3})\.js$/', $file, $found ) ) {
			$langs[] = $found[1];
		}
	}
	return $langs;
}

/** The shortcode, such as [aftercare-consensus treatment="dysport"]. */
function aftercare_consensus_register_shortcode() {
	add_shortcode( 'aftercare-consensus', 'aftercare_consensus_render_shortcode' );
}

/**
 * The card of a shortcode.
 *
 * @param array<string|int, string>|string $given Its attributes; one without a value, such as `compact`, has a number for its key.
 * @return string
 */
function aftercare_consensus_render_shortcode( $given ) {
	$choices = array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		if ( is_int( $name ) ) {
			$choices[ $value ] = 'true';
		} else {
			$choices[ $name ] = $value;
		}
	}
	return aftercare_consensus_render( $choices );
}

/**
 * A card, and its script and style on the page.
 *
 * @param array<string, string> $choices What the author has chosen; all else is left out.
 * @return string
 */
function aftercare_consensus_render( array $choices ) {
	$options = aftercare_consensus_options();
	wp_enqueue_script( 'aftercare-consensus' );
	wp_enqueue_style( 'aftercare-consensus' );
	$attributes = aftercare_consensus_attributes( $choices );
	$lang       = strtok( isset( $attributes['lang'] ) ? $attributes['lang'] : get_bloginfo( 'language' ), '-' );
	if ( in_array( $lang, aftercare_consensus_languages(), true ) ) {
		wp_enqueue_script( "aftercare-consensus-$lang" );
	}

	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$class = 'aftercare-consensus';
	if ( $options['theme'] ) {
		$class .= ' aftercare-consensus-' . $options['theme'];
	}
	return sprintf(
		'<div class="%s"><aftercare-consensus%s>%s</aftercare-consensus></div>',
		esc_attr( $class ),
		$html,
		aftercare_consensus_fallback( $options )
	);
}

/**
 * The attributes of the element: the author's choices and the clinic's settings.
 *
 * @param array<string, mixed> $choices What the author has chosen.
 * @return array<string, string>
 */
function aftercare_consensus_attributes( array $choices ) {
	$choices = array_filter( array_intersect_key( $choices, AFTERCARE_CONSENSUS_CHOICES ), 'is_string' );
	$options = aftercare_consensus_options();
	unset( $options['theme'] );
	// The site has no page of sources: each answer leads to its own.
	return array_filter( $options + $choices, 'strlen' ) + array( 'sources' => 'inline' );
}

/**
 * What a patient reads where there can be no card.
 *
 * @param array<string, string> $options The clinic's settings.
 * @return string
 */
function aftercare_consensus_fallback( array $options ) {
	$text = esc_html__( 'Ask your clinic when exercise is OK.', 'aftercare-consensus' );
	if ( $options['contact'] ) {
		$number = preg_replace( '/[^+0-9]/', '', $options['contact'] );
		$text  .= sprintf( ' <a href="tel:%s">%s</a>', esc_attr( $number ), esc_html( $options['contact'] ) );
	}
	return "<p>$text</p>";
}
