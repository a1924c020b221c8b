/** The block in the editor: the real card, and its choices in the sidebar. */
((blocks, blockEditor, components, { createElement, Fragment }, data) => {
  const { labels } = data;
  const { treatments, activities } = AftercareConsensus.catalog();
  const options = (first, list) => [
    { label: first, value: "" },
    ...list.map(({ id, name }) => ({ label: name, value: id })),
  ];
  const languageName = (lang) => new Intl.DisplayNames([lang], { type: "language" }).of(lang);

  // biome-ignore lint/correctness/noComponentHookFactories: all scripts of a page share one scope; this function runs once.
  function Edit({ attributes, setAttributes }) {
    const choose = (name, label, choices, help) =>
      createElement(components.SelectControl, {
        label,
        help,
        value: attributes[name],
        options: choices,
        onChange: (value) => setAttributes({ [name]: value }),
      });
    const toggle = (name, label, help) =>
      createElement(components.ToggleControl, {
        label,
        help,
        checked: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
      });
    const { treatment, activity, ask, compact, lang, names } = attributes;
    const card = {
      treatment: treatment || undefined,
      activity: activity || undefined,
      ask: ask ? "true" : undefined,
      compact: compact ? "true" : undefined,
      lang: lang || undefined,
      names: names || undefined,
      ...data.attributes,
    };
    return createElement(
      Fragment,
      null,
      createElement(
        blockEditor.InspectorControls,
        null,
        createElement(
          components.PanelBody,
          { title: labels.title },
          choose("treatment", labels.treatment, options(labels.reader, treatments)),
          choose("activity", labels.activity, options(labels.reader, activities)),
          toggle("ask", labels.ask),
          toggle("compact", labels.compact, labels.compactTip),
          choose("lang", labels.lang, [
            { label: labels.page, value: "" },
            ...data.languages.map((lang) => ({ label: languageName(lang), value: lang })),
          ]),
          choose(
            "names",
            labels.names,
            [
              { label: labels.brand, value: "" },
              { label: labels.generic, value: "generic" },
              { label: labels.class, value: "class" },
            ],
            attributes.names === "class" ? labels.classTip : undefined,
          ),
          createElement("p", null, labels.clinic),
        ),
      ),
      createElement(
        "div",
        blockEditor.useBlockProps({ className: data.theme && `aftercare-consensus-${data.theme}` }),
        // A click chooses the block, and nothing in it.
        createElement(components.Disabled, null, createElement("aftercare-consensus", card)),
      ),
    );
  }

  // The server makes the card of a page.
  blocks.registerBlockType("aftercare-consensus/card", { edit: Edit, save: () => null });
})(wp.blocks, wp.blockEditor, wp.components, wp.element, aftercareConsensusEditor);
