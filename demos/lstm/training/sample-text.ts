import type { Bilingual } from "../../../src/site/languages.ts";

/** Text to train on at once, written for this page: short, with patterns that a model can find. */
export const sampleText: Bilingual = {
  zh: `春天，渡口的船先醒。船夫推开木门，看一眼河水，说：水涨了，可以走了。孩子们背着书包上船，船上有人卖豆浆，有人卖烧饼。船到对岸，孩子们下船，豆浆还是热的。
夏天，渡口的树先醒。船夫坐在树下，看一眼河水，说：水急了，慢一点走。大人们挑着担子上船，担子里有西瓜，有青菜。船到对岸，大人们下船，西瓜还是凉的。
秋天，渡口的雾先醒。船夫点起一盏灯，看一眼河水，说：水清了，放心走吧。学生们带着行李上船，行李里有棉衣，有书信。船到对岸，学生们下船，灯还是亮的。
冬天，渡口的雪先醒。船夫扫开一条路，看一眼河水，说：水冷了，早点回吧。老人们拄着拐杖上船，手里有药，有糖。船到对岸，老人们下船，雪还是白的。
一年过去，桥修好了。船夫站在桥上，看一眼河水，说：水没有变，路变了。孩子们从桥上走过，大人们从桥上走过，学生们从桥上走过，老人们从桥上走过。船夫也从桥上走过，船停在渡口，水还是流的。
春天又来，桥上的灯先醒。船夫推开木门，看一眼河水，说：水涨了，桥不怕。夏天又来，桥上的风先醒。船夫坐在树下，看一眼河水，说：水急了，桥不怕。秋天又来，桥上的雾先醒。船夫点起一盏灯，看一眼河水，说：水清了，桥也清了。冬天又来，桥上的雪先醒。船夫扫开一条路，看一眼河水，说：水冷了，回家吧。`,
  en: `In spring the boat wakes first. The boatman opens the wooden door, looks at the river and says: the water is high, we can go. The children come aboard with their bags, and someone sells milk and someone sells bread. The boat reaches the far bank, the children step ashore, and the milk is still warm.
In summer the tree wakes first. The boatman sits under the tree, looks at the river and says: the water is fast, we go slowly. The farmers come aboard with their baskets, and in the baskets are melons and greens. The boat reaches the far bank, the farmers step ashore, and the melons are still cool.
In autumn the fog wakes first. The boatman lights a lamp, looks at the river and says: the water is clear, we can go. The students come aboard with their bags, and in the bags are coats and letters. The boat reaches the far bank, the students step ashore, and the lamp is still bright.
In winter the snow wakes first. The boatman sweeps a path, looks at the river and says: the water is cold, we come home early. The old people come aboard with their sticks, and in their hands are sweets and pills. The boat reaches the far bank, the old people step ashore, and the snow is still white.
A year goes by and the bridge is done. The boatman stands on the bridge, looks at the river and says: the water is the same, the way is not. The children walk over the bridge, the farmers walk over the bridge, the students walk over the bridge, the old people walk over the bridge. The boatman walks over the bridge too, the boat stays at the bank, and the river is still the river.
`,
};
