import { chromium } from "@playwright/test";
const args=["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"];
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args});
const list=[
 ["rob","/zajecia?q=robotyka dla 8 latka na Pogodnie w soboty do 100 zł"],["corr","/zajecia?q=robtyka dla 8 latka w sobotę"],
 ["ang","/zajecia?q=angielski przedszkolak Dąbie"],["gry","/zajecia?q=gry bez komputera dla 10-latka"],["darm","/zajecia?q=darmowe zajęcia w weekend"],
 ["bas","/zajecia?q=basen niemowlę Słoneczne niedziela rano"],["kw","/zajecia?q=robotyka orzeł dla 8 latka&weekdays=SATURDAY&max_price=100&districts=pogodno"],
 ["empty","/zajecia?q=robotyka&enrolment=NOT_YET&districts=pogodno"],["none","/zajecia?q=orzeł"],
 ["en","/en/zajecia?q=robtyka dla 8 latka w sobotę"],["uk","/uk/zajecia?q=basen niemowlę Słoneczne niedziela rano"],
];
const only=process.argv[2]?.split(",");
for (const w of [360,1280]) for (const cs of ["light","dark"]) {
  const c=await b.newContext({viewport:{width:w,height:900},colorScheme:cs});
  const p=await c.newPage();
  for (const [n,u] of list) { if(only&&!only.includes(n)) continue;
    await p.goto("http://szczecin.localhost:8123"+encodeURI(u)); await p.waitForTimeout(150);
    const over=await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if(over>0) console.log("OVERFLOW",n,w,over);
    const h=await p.evaluate(()=>document.documentElement.scrollHeight);
    await p.screenshot({path:`/tmp/ushots/${n}-${w}-${cs}.png`,clip:{x:0,y:0,width:w,height:Math.min(h,w==360?2600:1500)},fullPage:true});
  }
  await c.close();
}
await b.close();
