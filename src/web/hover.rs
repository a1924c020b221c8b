//! Over which moment of the picture is the mouse?

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use super::view::Inner;
use crate::Minutes;
use crate::text::whole_number;
use crate::view::picture::STEP;

impl Inner {
    /// Shows the numbers of the moment under the mouse, as long as it is there. A
    /// finger and a pressed button move the marker instead.
    #[inline(never)]
    pub(super) fn hover(&self, event: &Event) {
        let over = self.under(event.unchecked_ref());
        if self.over.replace(over) != over {
            self.update();
        }
    }

    fn under(&self, mouse: &MouseEvent) -> Option<Minutes> {
        if mouse.type_() == "pointerout" || mouse.buttons() != 0 {
            return None;
        }
        let target: Element = mouse.target()?.unchecked_into();
        let marker = target.closest(".look-at").ok()??;
        let marker: HtmlInputElement = marker.unchecked_into();
        let end = whole_number(&marker.max())?;
        // The marker is wider than the areas by its knob.
        let areas = self.control::<Element>(".band")?.get_bounding_client_rect();
        let part = (f64::from(mouse.client_x()) - areas.left()) / areas.width();
        let at = (part.clamp(0.0, 1.0) * f64::from(end)) as u32;
        Some(Minutes(at - at % STEP))
    }
}
