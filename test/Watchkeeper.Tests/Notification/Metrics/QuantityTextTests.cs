using CsCheck;
using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class QuantityTextTests
{
    [Theory]
    [InlineData(93.2, nameof(MetricUnit.Percent), "93.2 %", "93.2%")]
    [InlineData(0.4, nameof(MetricUnit.Percent), "0.4 %", "0.4%")]
    [InlineData(99.95, nameof(MetricUnit.Percent), "100 %", "100%")]
    [InlineData(0.07, nameof(MetricUnit.Fraction), "7 %", "7%")]
    [InlineData(1.0, nameof(MetricUnit.Fraction), "100 %", "100%")]
    [InlineData(91.0, nameof(MetricUnit.Fraction), "91", "91")]
    [InlineData(18_253_611_008.0, nameof(MetricUnit.Bytes), "18.3 GB", "18.3 GB")]
    [InlineData(999_600_000.0, nameof(MetricUnit.Bytes), "1 GB", "1 GB")]
    [InlineData(512.0, nameof(MetricUnit.Bytes), "512 B", "512 B")]
    [InlineData(0.5, nameof(MetricUnit.Bytes), "0.5 B", "0.5 B")]
    [InlineData(2_500.0, nameof(MetricUnit.Bytes), "2.5 kB", "2.5 kB")]
    [InlineData(-3e6, nameof(MetricUnit.Bytes), "-3 MB", "-3 MB")]
    [InlineData(5e18, nameof(MetricUnit.Bytes), "5,000 PB", "5,000 PB")]
    [InlineData(20_480.0, nameof(MetricUnit.Megabytes), "20 GiB", "20 GiB")]
    [InlineData(1_023.99, nameof(MetricUnit.Megabytes), "1 GiB", "1 GiB")]
    [InlineData(0.5, nameof(MetricUnit.Megabytes), "512 KiB", "512 KiB")]
    [InlineData(12_345_678.0, nameof(MetricUnit.BytesPerSecond), "12.3 MB/s", "12.3 MB/s")]
    [InlineData(300_000.0, nameof(MetricUnit.BitsPerSecond), "300 kbit/s", "300 kbit/s")]
    [InlineData(0.0004, nameof(MetricUnit.Seconds), "0.4 ms", "0.4 毫秒")]
    [InlineData(0.35, nameof(MetricUnit.Seconds), "350 ms", "350 毫秒")]
    [InlineData(0.9996, nameof(MetricUnit.Seconds), "1 s", "1 秒")]
    [InlineData(8.0, nameof(MetricUnit.Seconds), "8 s", "8 秒")]
    [InlineData(90.0, nameof(MetricUnit.Seconds), "90 s", "90 秒")]
    [InlineData(95.0, nameof(MetricUnit.Seconds), "1 min 35 s", "1 分钟 35 秒")]
    [InlineData(300.0, nameof(MetricUnit.Seconds), "5 min", "5 分钟")]
    [InlineData(840.4, nameof(MetricUnit.Seconds), "14 min", "14 分钟")]
    [InlineData(3_599.0, nameof(MetricUnit.Seconds), "1 h", "1 小时")]
    [InlineData(5_410.0, nameof(MetricUnit.Seconds), "1 h 30 min", "1 小时 30 分钟")]
    [InlineData(86_399.0, nameof(MetricUnit.Seconds), "1 d", "1 天")]
    [InlineData(180_000.0, nameof(MetricUnit.Seconds), "2 d 2 h", "2 天 2 小时")]
    [InlineData(8_650_000.0, nameof(MetricUnit.Seconds), "100 d", "100 天")]
    [InlineData(-300.0, nameof(MetricUnit.Seconds), "-5 min", "-5 分钟")]
    [InlineData(1_250.0, nameof(MetricUnit.Milliseconds), "1.25 s", "1.25 秒")]
    [InlineData(900_000.0, nameof(MetricUnit.Milliseconds), "15 min", "15 分钟")]
    [InlineData(350.0, nameof(MetricUnit.Microseconds), "0.35 ms", "0.35 毫秒")]
    [InlineData(0.0, nameof(MetricUnit.Seconds), "0 s", "0 秒")]
    [InlineData(1_234.0, nameof(MetricUnit.Count), "1,234", "1,234")]
    [InlineData(1_234.56, nameof(MetricUnit.Count), "1,235", "1,235")]
    [InlineData(9_999_999.0, nameof(MetricUnit.Count), "9,999,999", "9,999,999")]
    [InlineData(9_999_999.6, nameof(MetricUnit.Count), "10 million", "1,000 万")]
    [InlineData(12_300_000.0, nameof(MetricUnit.Count), "12.3 million", "1,230 万")]
    [InlineData(999_900_000.0, nameof(MetricUnit.Count), "1 billion", "10 亿")]
    [InlineData(123_456_789_012_345.0, nameof(MetricUnit.Count), "123 trillion", "123 万亿")]
    [InlineData(1_234_567_890_123_456.0, nameof(MetricUnit.Count), "1.23e15", "1.23e15")]
    [InlineData(-1_234.0, nameof(MetricUnit.Count), "-1,234", "-1,234")]
    [InlineData(0.0, nameof(MetricUnit.Count), "0", "0")]
    [InlineData(0.1 + 0.2, nameof(MetricUnit.None), "0.3", "0.3")]
    [InlineData(4.2e-9, nameof(MetricUnit.None), "4.2e-9", "4.2e-9")]
    [InlineData(1_234.0, nameof(MetricUnit.PerSecond), "1,234/s", "1,234/秒")]
    [InlineData(12_300_000.0, nameof(MetricUnit.PerSecond), "12.3 million/s", "1,230 万/秒")]
    [InlineData(1.0, nameof(MetricUnit.Days), "1 day", "1 天")]
    [InlineData(91.0, nameof(MetricUnit.Days), "91 days", "91 天")]
    [InlineData(0.0, nameof(MetricUnit.Days), "0 days", "0 天")]
    public void A_value_is_written_as_people_write_it(double value, string unit, string english, string chinese)
    {
        QuantityText.Of(value, Enum.Parse<MetricUnit>(unit), null, Locale.English).ShouldBe(english);
        QuantityText.Of(value, Enum.Parse<MetricUnit>(unit), null, Locale.Chinese).ShouldBe(chinese);
    }

    // What people complained about in other tools' alerts.
    [Theory]
    [InlineData(3780878882.1333, nameof(MetricUnit.Bytes), "3.78 GB")]
    [InlineData(29.977942725422, nameof(MetricUnit.Percent), "30 %")]
    [InlineData(4.005239013333333E8, nameof(MetricUnit.Bytes), "401 MB")]
    [InlineData(9.610487596832052e-06, nameof(MetricUnit.Seconds), "0.00961 ms")]
    [InlineData(0.00723, nameof(MetricUnit.Percent), "0.00723 %")]
    [InlineData(0.001, nameof(MetricUnit.Percent), "0.001 %")]
    public void A_long_number_is_rounded_and_never_to_zero(double value, string unit, string english) =>
        QuantityText.Of(value, Enum.Parse<MetricUnit>(unit), null, Locale.English).ShouldBe(english);

    [Theory]
    [InlineData(80.04, 80.0, nameof(MetricUnit.Percent), "80.04 %", "80 %")]
    [InlineData(79.999, 80.0, nameof(MetricUnit.Percent), "79.999 %", "80 %")]
    [InlineData(80.0, 80.0, nameof(MetricUnit.Percent), "80 %", "80 %")]
    [InlineData(99.95, 99.9, nameof(MetricUnit.Percent), "100 %", "99.9 %")]
    [InlineData(80.0000001, 80.0, nameof(MetricUnit.Percent), "80.0000001 %", "80 %")]
    [InlineData(18_253_611_008.0, 20_000_000_000.0, nameof(MetricUnit.Bytes), "18.3 GB", "20 GB")]
    [InlineData(18_253_611_008.0, 21_474_836_480.0, nameof(MetricUnit.Bytes), "17 GiB", "20 GiB")]
    [InlineData(0.0, 21_474_836_480.0, nameof(MetricUnit.Bytes), "0 B", "20 GiB")]
    [InlineData(20_030_000_000.0, 20_000_000_000.0, nameof(MetricUnit.Bytes), "20.03 GB", "20 GB")]
    [InlineData(301.0, 300.0, nameof(MetricUnit.Seconds), "5 min 1 s", "5 min")]
    [InlineData(901.0, 900.0, nameof(MetricUnit.Seconds), "15 min 1 s", "15 min")]
    [InlineData(900.25, 900.0, nameof(MetricUnit.Seconds), "900.25 s", "900 s")]
    [InlineData(90.0001, 90.0, nameof(MetricUnit.Seconds), "90.0001 s", "90 s")]
    [InlineData(10_000_001.0, 10_000_000.0, nameof(MetricUnit.Count), "10.000001 million", "10 million")]
    [InlineData(0.0501, 0.05, nameof(MetricUnit.Fraction), "5.01 %", "5 %")]
    [InlineData(1.5, 0.05, nameof(MetricUnit.Fraction), "1.5", "0.05")]
    [InlineData(1e-9, 0.0, nameof(MetricUnit.Percent), "1e-9 %", "0 %")]
    public void A_value_and_its_limit_are_told_apart(double value, double limit, string unit, string valueText, string limitText)
    {
        QuantityText.Of(value, Enum.Parse<MetricUnit>(unit), limit, Locale.English).ShouldBe(valueText);
        QuantityText.Of(limit, Enum.Parse<MetricUnit>(unit), value, Locale.English).ShouldBe(limitText);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void No_number_is_no_value(double value)
    {
        QuantityText.Of(value, MetricUnit.Percent, 80, Locale.English).ShouldBeNull();
        QuantityText.Of(93, MetricUnit.Percent, value, Locale.English).ShouldBe("93 %");
    }

    [Fact]
    public void A_currency_follows_its_number()
    {
        QuantityText.Of(1_234.6, MetricUnit.Currency, null, Locale.English, "USD").ShouldBe("1,235 USD");
        QuantityText.Of(91.25, MetricUnit.Currency, 91.2, Locale.Chinese, "CNY").ShouldBe("91.25 CNY");
        QuantityText.Of(91, MetricUnit.Currency, null, Locale.English).ShouldBe("91");
    }

    [Fact]
    public void Different_numbers_have_different_texts_on_the_right_sides() =>
        Gen.Select(Pairs, Gen.Enum<MetricUnit>(), Gen.Enum<Locale>()).Sample((pair, unit, locale) =>
        {
            var (value, limit) = pair;
            var (text, limitText) = (QuantityText.Of(value, unit, limit, locale), QuantityText.Of(limit, unit, value, locale));
            if (value == limit)
                return text == limitText;
            if (text == limitText)
                return false;
            // Two texts that a reader's arithmetic cannot tell apart are only required to differ.
            var largest = Math.Max(Math.Abs(value), Math.Abs(limit));
            if (locale is Locale.Chinese || largest < 1e-300 || Math.Abs(value - limit) <= 1e-12 * largest)
                return true;
            return (QuantityReader.Read(text!) > QuantityReader.Read(limitText!)) == (value > limit);
        }, iter: 20_000);

    [Fact]
    public void A_text_says_the_number_within_its_digits() =>
        Gen.Select(Numbers, Gen.Enum<MetricUnit>()).Sample((value, unit) =>
        {
            var said = QuantityReader.Read(QuantityText.Of(value, unit, null, Locale.English)!);
            var meant = value * unit switch
            {
                MetricUnit.Fraction when Math.Abs(value) <= 1 => 100,
                MetricUnit.Megabytes => 1 << 20,
                MetricUnit.Milliseconds => 1e-3,
                MetricUnit.Microseconds => 1e-6,
                _ => 1,
            };
            // A time of ten minutes is said in whole minutes.
            var tolerance = unit is MetricUnit.Seconds or MetricUnit.Milliseconds or MetricUnit.Microseconds ? 0.051 : 0.0051;
            return value == 0 ? said == 0 : said != 0 && Math.Abs(said - meant) <= tolerance * Math.Abs(meant);
        }, iter: 20_000);

    [Fact]
    public void A_text_is_short_and_plain() =>
        Gen.Select(Pairs, Gen.Enum<MetricUnit>(), Gen.Enum<Locale>()).Sample((pair, unit, locale) =>
        {
            var text = QuantityText.Of(pair.Value, unit, pair.Limit, locale)!;
            var alone = QuantityText.Of(pair.Value, unit, null, locale)!;
            return text.Length is > 0 and <= 40 && alone.Length <= 26
                && (locale is Locale.Chinese || (text + alone).All(char.IsAscii))
                && !text.Contains("  ", StringComparison.Ordinal) && text == text.Trim();
        }, iter: 20_000);

    private static readonly double[] Borders =
        [0, 1, 80, 90, 90.5, 99.95, 599.5, 3_599.5, 86_399.5, 999.5, 999_999.5, 9_999_999.5, 999.95e6, 1e15];

    private static Gen<double> Numbers => Gen.OneOf(
        Gen.Select(Gen.Double[-10, 10], Gen.Int[-12, 20], (digits, power) => digits * Math.Pow(10, power)),
        Gen.Int[-2_000, 2_000].Select(number => (double)number),
        Gen.Select(Gen.Double[1, 10], Gen.Int[-290, 290], (digits, power) => digits * Math.Pow(10, power)),
        Gen.Int[0, Borders.Length - 1].Select(at => Borders[at]));

    // Pairs far apart, close together, and one step of a double apart.
    private static Gen<(double Value, double Limit)> Pairs => Gen.OneOf(
        Gen.Select(Numbers, Numbers),
        Gen.Select(Numbers, Gen.Int[1, 50], Gen.Bool, (limit, power, isAbove) =>
            (limit * (1 + ((isAbove ? 1 : -1) * Math.Pow(2, -power))), limit)),
        Numbers.Select(limit => (Math.BitIncrement(limit), limit)),
        Numbers.Select(limit => (limit, limit)));
}
