using CsCheck;
using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class MetricHeadlineSafetyTests
{
    public static TheoryData<string> HostileNames => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Hostile_texts_cannot_leave_the_line(string name)
    {
        var text = HostileText.Get(name);
        foreach (var locale in Enum.GetValues<Locale>())
        {
            foreach (var facts in (MetricFacts[])[
                Cpu with { Thing = text },
                Cpu with { Label = text },
                Cpu with { Namespace = text, Metric = text },
                Cpu with { Statistic = $"PR({text})" },
                Cpu with { Metric = "StatusCheckFailed", Thing = text },
                Cpu with { Namespace = "AWS/Billing", Metric = "EstimatedCharges", Currency = text, Thing = text }])
            {
                var headline = MetricHeadline.Write(facts, locale);

                headline.ShouldBe(InertText.Line(headline));
                headline.ShouldNotBeEmpty();
                headline.Length.ShouldBeLessThan(700);
            }
        }
    }

    [Theory]
    [InlineData("{0} {1} {2}")]
    [InlineData("{1}")]
    public void Placeholders_in_a_name_are_text(string name)
    {
        var facts = new MetricFacts
        {
            Namespace = "AWS/ACM",
            Metric = "DaysToExpiry",
            Value = 3,
            Limit = 30,
            Side = BreachSide.Below,
            Thing = name,
        };

        MetricHeadline.Write(facts, Locale.English).ShouldBe($"Certificate {name} expires in 3 days (limit 30 days)");
        MetricHeadline.Write(facts, Locale.Chinese).ShouldBe($"证书 {name} 还有 3 天到期（阈值 30 天）");
    }

    [Fact]
    public void Any_facts_give_one_inert_line() =>
        (from space in OneOf("AWS/EC2", "AWS/ES", "AWS/SQS", "AWS/Billing", "Shop", "")
         from metric in OneOf(
             "CPUUtilization", "ClusterStatus.red", "ApproximateAgeOfOldestMessage", "EstimatedCharges", "x_y", "")
         from label in Gen.OneOf(Gen.Const(""), Gen.String)
         from value in Optional
         from limit in Optional
         from lower in Optional
         from upper in Optional
         from side in Gen.Enum<BreachSide>()
         from flags in Gen.Select(Gen.Bool, Gen.Bool)
         from thing in Gen.String
         select new MetricFacts
         {
             Namespace = space,
             Metric = metric,
             Label = label,
             Value = value,
             Limit = limit,
             Lower = lower,
             Upper = upper,
             Side = side,
             Thing = thing,
             IsMissingData = flags.Item1,
             IsResolved = flags.Item2,
         }).Sample(facts =>
        {
            foreach (var locale in Enum.GetValues<Locale>())
            {
                var headline = MetricHeadline.Write(facts, locale);
                if (headline.Length == 0 || headline != InertText.Line(headline))
                    return false;
            }

            return true;
        });

    private static Gen<double?> Optional => Gen.OneOf(Gen.Const((double?)null), Gen.Double.Select(number => (double?)number));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static MetricFacts Cpu => new()
    {
        Namespace = "AWS/EC2",
        Metric = "CPUUtilization",
        Statistic = "Average",
        Value = 93,
        Limit = 80,
        Side = BreachSide.Above,
        Thing = "shop-db",
    };
}
