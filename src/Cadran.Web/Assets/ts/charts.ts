import { mount } from "./charts/figure";

document.querySelectorAll<HTMLTableElement>("table[data-chart]").forEach(mount);
