//! S-50: an enterprise's daily, weekly and monthly lists.

use crate::world::{Actor, Place, on_each};
use serde_json::{Value, json};

/// Given a workday without daily record on Tuesday, a weekly record and no monthly one, when the month ends, then
/// Tuesday and the month are red and the week is green.
#[tokio::test]
async fn s050_each_list_has_its_own_level_and_colour() {
    on_each(Place::Guanyinqiao, |world| async move {
        world.import("areas", "区域代码,名称,级别,上级区域\n50,重庆市,province,\n5001,市辖区,city,50\n500105,江北区,county,5001\n500105006,观音桥街道,town,500105\n").await;
        world.import("orgs", "名称,类型,区域代码\n观音桥街道办事处,town-government,500105006\n步行街商场,enterprise,500105006\n").await;
        world.import("posts", "岗位,单位,排序,审核人,收件人\n安全员,步行街商场,1,是,是\n主任,观音桥街道办事处,1,是,是\n").await;
        world.import("persons", "姓名,单位,岗位,任职起\n商场安全员,步行街商场,安全员,2022-12-01\n街道主任,观音桥街道办事处,主任,2022-12-01\n").await;
        world.import("sites", "名称,类型,所属单位,区域代码\n步行街商场,premises,步行街商场,500105006\n").await;
        world.activate("guanyinqiao-2023").await;
        let (site, body) = (world.site("步行街商场").await, world.org("步行街商场").await);
        let officer = Actor::named(&world, "商场安全员").await;

        // The week of Monday 13 to Sunday 19 February 2023; Tuesday the 14th is left out.
        for day in ["2023-02-13", "2023-02-15", "2023-02-16", "2023-02-17"] {
            world.advance(&format!("{day} 09:00")).await;
            let values = json!({ "date": day, "site": site, "checker": officer.person, "posts": "正常", "guards": "正常", "passages": "正常", "found": "无" });
            let filling = json!({ "form": "guanyinqiao.daily-list", "form_version": 1, "body": body, "values": values });
            officer.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();
        }
        let values = json!({ "date": "2023-02-17", "site": site, "checker": officer.person, "machines": "正常", "power": "正常", "storage": "正常", "training": "正常", "found": "无" });
        let filling = json!({ "form": "guanyinqiao.weekly-list", "form_version": 1, "body": body, "values": values });
        officer.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();
        world.advance("2023-03-01 00:00").await;

        let office = Actor::named(&world, "街道主任").await;
        let register = office.get(&format!("/registers/{site}")).await.ok();
        let rows = register.as_array().expect("rows").clone();
        let state = |definition: &str, period: &str| -> Value {
            let row = rows.iter().find(|row| row["definition"] == definition && row["period"] == period);
            row.unwrap_or_else(|| panic!("{definition} {period}"))["state"].clone()
        };
        assert_eq!(state("guanyinqiao.daily-list", "2023-02-13"), "met");
        assert_eq!(state("guanyinqiao.daily-list", "2023-02-14"), "lapsed");
        assert_eq!(state("guanyinqiao.daily-list", "2023-02-15"), "met");
        assert_eq!(state("guanyinqiao.weekly-list", "2023-W07"), "met");
        assert_eq!(state("guanyinqiao.monthly-list", "2023-02"), "lapsed");
        let saturday = rows.iter().any(|row| row["definition"] == "guanyinqiao.daily-list" && row["period"] == "2023-02-18");
        assert!(!saturday, "no daily list is owed on a day off");
    })
    .await;
}
