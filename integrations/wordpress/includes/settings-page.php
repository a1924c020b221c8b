<?php
/**
 * Where does an administrator say what the clinic asks for? On a page under Settings.
 *
 * @package AftercareConsensus
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'aftercare_consensus_add_settings_page' );
add_action( 'admin_init', 'aftercare_consensus_register_settings' );
add_action( 'admin_enqueue_scripts', 'aftercare_consensus_enqueue_settings_script' );
add_filter( 'plugin_action_links_' . plugin_basename( AFTERCARE_CONSENSUS_FILE ), 'aftercare_consensus_link_settings' );

/** The entry in the menu. */
function aftercare_consensus_add_settings_page() {
	$title = __( 'Aftercare card', 'aftercare-consensus' );
	add_options_page( $title, $title, 'manage_options', 'aftercare-consensus', 'aftercare_consensus_render_settings_page' );
}

/** The option, its fields, and what cleans them. */
function aftercare_consensus_register_settings() {
	register_setting(
		'aftercare_consensus',
		AFTERCARE_CONSENSUS_OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => 'aftercare_consensus_sanitize_options',
			'show_in_rest'      => false,
			'default'           => array(),
		)
	);
	add_settings_section( 'clinic', '', '__return_null', 'aftercare-consensus' );
	$fields = array(
		'clinic'    => array( __( 'Name of the clinic', 'aftercare-consensus' ), __( 'As patients know it.', 'aftercare-consensus' ) ),
		'protocol'  => array(
			__( 'Your waits', 'aftercare-consensus' ),
			/* translators: leave the words "exercise 24h; facial 14d" and "day-end" as they are. */
			__( 'Such as “exercise 24h; facial 14d”. They come before what others say. For “not on the day of the treatment” write “day-end”.', 'aftercare-consensus' ),
		),
		'contact'   => array( __( 'Telephone number of the clinic', 'aftercare-consensus' ), __( 'Such as +1 212 555 0100.', 'aftercare-consensus' ) ),
		'emergency' => array( __( 'Emergency number', 'aftercare-consensus' ), __( 'Such as 911. Where it is empty, patients read “your emergency number”.', 'aftercare-consensus' ) ),
		'theme'     => array( __( 'Look', 'aftercare-consensus' ), __( 'The page’s own look suits a theme that says which looks it has.', 'aftercare-consensus' ) ),
	);
	foreach ( $fields as $name => list( $label, $tip ) ) {
		add_settings_field(
			$name,
			$label,
			'aftercare_consensus_render_field',
			'aftercare-consensus',
			'clinic',
			array(
				'name'      => $name,
				'tip'       => $tip,
				'label_for' => "aftercare-consensus-$name",
			)
		);
	}
}

/**
 * One field, and what to write into it.
 *
 * @param array{name: string, tip: string, label_for: string} $field The field.
 */
function aftercare_consensus_render_field( array $field ) {
	$options = aftercare_consensus_options();
	$value   = $options[ $field['name'] ];
	$name    = AFTERCARE_CONSENSUS_OPTION . '[' . $field['name'] . ']';
	$tip     = $field['label_for'] . '-tip';
	if ( 'theme' === $field['name'] ) {
		$looks = array(
			''      => __( 'As the page', 'aftercare-consensus' ),
			'light' => __( 'Light', 'aftercare-consensus' ),
			'dark'  => __( 'Dark', 'aftercare-consensus' ),
		);
		printf( '<select id="%s" name="%s" aria-describedby="%s">', esc_attr( $field['label_for'] ), esc_attr( $name ), esc_attr( $tip ) );
		foreach ( $looks as $look => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $look ), selected( $value, $look, false ), esc_html( $label ) );
		}
		echo '</select>';
	} else {
		printf(
			'<input class="regular-text" id="%s" name="%s" value="%s" aria-describedby="%s" autocomplete="off">',
			esc_attr( $field['label_for'] ),
			esc_attr( $name ),
			esc_attr( $value ),
			esc_attr( $tip )
		);
	}
	printf( '<p class="description" id="%s">%s</p>', esc_attr( $tip ), esc_html( $field['tip'] ) );
}

/** The page: the form, and the card as patients see it. */
function aftercare_consensus_render_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<p><?php esc_html_e( 'What you say here stands on every card of this site. A block or a shortcode cannot change it.', 'aftercare-consensus' ); ?></p>
		<form action="options.php" method="post">
			<?php
			settings_fields( 'aftercare_consensus' );
			do_settings_sections( 'aftercare-consensus' );
			submit_button();
			?>
		</form>
		<h2><?php esc_html_e( 'Preview', 'aftercare-consensus' ); ?></h2>
		<p class="notice notice-error inline" role="alert" hidden id="aftercare-consensus-problem"></p>
		<?php
		// Each part of it is escaped where it is made; the elements of a card are none that wp_kses knows.
		echo aftercare_consensus_render( array() ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		?>
	</div>
	<?php
}

/**
 * The script that shows what the card itself finds wrong with the settings.
 *
 * @param string $page The page of the administration.
 */
function aftercare_consensus_enqueue_settings_script( $page ) {
	if ( 'settings_page_aftercare-consensus' === $page ) {
		wp_enqueue_script( 'aftercare-consensus-settings', aftercare_consensus_url( 'settings.js' ), array(), AFTERCARE_CONSENSUS_VERSION, true );
	}
}

/**
 * The link on the page of plugins.
 *
 * @param string[] $links The links that are there.
 * @return string[]
 */
function aftercare_consensus_link_settings( $links ) {
	$url  = admin_url( 'options-general.php?page=aftercare-consensus' );
	$link = sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Settings', 'aftercare-consensus' ) );
	return array_merge( array( $link ), $links );
}
