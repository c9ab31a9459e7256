using CsCheck;
using Shouldly;
using Watchkeeper.Notification.Rendering;
using Xunit;

namespace Watchkeeper.Tests.Notification.Layout;

public class SmsTextTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("a[b]", 6)]
    [InlineData("€", 2)]
    [InlineData("Ä$£é", 4)]
    [InlineData("a`", null)]
    [InlineData("…", null)]
    [InlineData("告警", null)]
    public void Septets_are_counted_by_the_GSM_alphabet(string text, int? septets) => SmsText.SeptetsOf(text).ShouldBe(septets);

    [Theory]
    [InlineData(159, true)]
    [InlineData(160, true)]
    [InlineData(161, false)]
    public void GSM_text_fits_up_to_160_septets(int length, bool fits) => SmsText.Fits(new string('x', length)).ShouldBe(fits);

    [Theory]
    [InlineData(69, true)]
    [InlineData(70, true)]
    [InlineData(71, false)]
    public void Other_text_fits_up_to_70_code_units(int length, bool fits) =>
        SmsText.Fits(new string('警', length)).ShouldBe(fits);

    [Theory]
    [InlineData(154, "xxx tail")]
    [InlineData(155, "x... tail")]
    [InlineData(156, "x... tail")]
    public void Only_the_body_is_shortened(int body, string end)
    {
        var text = SmsText.Fit("h", new string('x', body), " tail");

        text.ShouldEndWith(end);
        SmsText.SeptetsOf(text)!.Value.ShouldBe(160);
    }

    [Theory]
    [InlineData(64, 70, "警警 tail")]
    [InlineData(65, 70, "警… tail")]
    public void A_cut_shows_in_the_alphabet_of_the_text(int body, int length, string end)
    {
        var text = SmsText.Fit("h", new string('警', body), " tail");

        text.ShouldEndWith(end);
        text.Length.ShouldBe(length);
    }

    [Fact]
    public void Any_body_fits_and_stays_well_formed() =>
        Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 300], Gen.String[Gen.Char["a[警€"], 0, 300], EmojiTexts)
            .Sample(body =>
            {
                var text = SmsText.Fit("CRITICAL Opened: ", body, " inc-6924068912ab34cd56ef");
                return SmsText.Fits(text) && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)
                    && text.EndsWith(" inc-6924068912ab34cd56ef", StringComparison.Ordinal);
            });

    private static Gen<string> EmojiTexts => Gen.Int[0, 120].Select(count => string.Concat(Enumerable.Repeat("🔥", count)) + "x");
}
