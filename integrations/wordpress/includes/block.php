<?php
/**
 * What does an author see in the editor? A block with the real card and its choices.
 *
 * @package AftercareConsensus
 */

defined( 'ABSPATH' ) || exit;

// Behind the scripts that it names.
add_action( 'init', 'aftercare_consensus_register_block', 11 );

/** The block, whose card is made on the server: an author's page holds no script and no element. */
function aftercare_consensus_register_block() {
	wp_register_script(
		'aftercare-consensus-editor',
		aftercare_consensus_url( 'block/editor.js' ),
		array( 'aftercare-consensus', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
		AFTERCARE_CONSENSUS_VERSION,
		true
	);
	$data = wp_json_encode( aftercare_consensus_editor_data() );
	wp_add_inline_script( 'aftercare-consensus-editor', "var aftercareConsensusEditor = $data;", 'before' );
	register_block_type(
		dirname( AFTERCARE_CONSENSUS_FILE ) . '/block',
		array( 'render_callback' => 'aftercare_consensus_render_block' )
	);
}

/**
 * The card of a block.
 *
 * @param array<string, mixed> $choices Its attributes.
 * @return string
 */
function aftercare_consensus_render_block( $choices ) {
	foreach ( array( 'ask', 'compact' ) as $name ) {
		$choices[ $name ] = empty( $choices[ $name ] ) ? '' : 'true';
	}
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), aftercare_consensus_render( $choices ) );
}

/**
 * The texts of the editor, and what the clinic says on every card.
 *
 * @return array<string, mixed>
 */
function aftercare_consensus_editor_data() {
	$options = aftercare_consensus_options();
	return array(
		'attributes' => aftercare_consensus_attributes( array() ),
		'theme'      => $options['theme'],
		'languages'  => array_merge( array( 'en' ), aftercare_consensus_languages() ),
		'labels'     => array(
			'title'      => __( 'Aftercare card', 'aftercare-consensus' ),
			'treatment'  => __( 'Treatment', 'aftercare-consensus' ),
			'activity'   => __( 'Activity', 'aftercare-consensus' ),
			'reader'     => __( 'The patient chooses', 'aftercare-consensus' ),
			'ask'        => __( 'Let the patient change these choices', 'aftercare-consensus' ),
			'compact'    => __( 'Show the answer alone', 'aftercare-consensus' ),
			'compactTip' => __( 'The rest opens when the patient asks for it.', 'aftercare-consensus' ),
			'lang'       => __( 'Language', 'aftercare-consensus' ),
			'page'       => __( 'As the page', 'aftercare-consensus' ),
			'names'      => __( 'How products are named', 'aftercare-consensus' ),
			'brand'      => __( 'By brand (Botox)', 'aftercare-consensus' ),
			'generic'    => __( 'By substance (onabotulinumtoxinA)', 'aftercare-consensus' ),
			'class'      => __( 'Not at all (“your injections”)', 'aftercare-consensus' ),
			'classTip'   => __( 'Choose a treatment, too: the patient cannot choose one without its name.', 'aftercare-consensus' ),
			'clinic'     => __( 'The clinic’s name, waits and telephone numbers are set by an administrator under Settings, Aftercare card.', 'aftercare-consensus' ),
		),
	);
}
