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
    [InlineData("07:23–08:35", "07:23-08:35")]
    [InlineData("«a» · b’s “c” — d…", "\"a\" - b's \"c\" - d...")]
    // One character outside the alphabet costs the whole of it, so nothing is gained.
    [InlineData("告警 07:23–08:35", "告警 07:23–08:35")]
    [InlineData("", "")]
    public void Typographic_characters_become_plain_where_that_saves_the_alphabet(string text, string expected) =>
        SmsText.Plain(text).ShouldBe(expected);

    [Theory]
    [InlineData(305, true)]
    [InlineData(306, true)]
    [InlineData(307, false)]
    public void GSM_text_fits_up_to_two_segments_of_153_septets(int length, bool fits) => SmsText.Fits(new string('x', length)).ShouldBe(fits);

    [Theory]
    [InlineData(133, true)]
    [InlineData(134, true)]
    [InlineData(135, false)]
    public void Other_text_fits_up_to_two_segments_of_67_code_units(int length, bool fits) =>
        SmsText.Fits(new string('警', length)).ShouldBe(fits);

    [Theory]
    [InlineData('x', 152, "[", 151, true)]
    [InlineData('x', 152, "[", 152, false)]
    [InlineData('x', 151, "[", 153, true)]
    [InlineData('警', 66, "🔥", 65, true)]
    [InlineData('警', 66, "🔥", 66, false)]
    [InlineData('警', 65, "🔥", 67, true)]
    public void No_character_is_divided_between_two_segments(char unit, int before, string wide, int after, bool fits) =>
        SmsText.Fits(new string(unit, before) + wide + new string(unit, after)).ShouldBe(fits);

    [Theory]
    [InlineData(300, "xxx tail")]
    [InlineData(301, "x... tail")]
    [InlineData(302, "x... tail")]
    public void Only_the_body_is_shortened(int body, string end)
    {
        var text = SmsText.Fit("h", new string('x', body), " tail");

        text.ShouldEndWith(end);
        SmsText.SeptetsOf(text)!.Value.ShouldBe(306);
    }

    [Theory]
    [InlineData(128, 134, "警警 tail")]
    [InlineData(129, 134, "警… tail")]
    public void A_cut_shows_in_the_alphabet_of_the_text(int body, int length, string end)
    {
        var text = SmsText.Fit("h", new string('警', body), " tail");

        text.ShouldEndWith(end);
        text.Length.ShouldBe(length);
    }

    [Fact]
    public void Any_body_fits_and_stays_well_formed() =>
        Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 400], Gen.String[Gen.Char["a[警€"], 0, 400], EmojiTexts)
            .Sample(body =>
            {
                var text = SmsText.Fit("CRITICAL Opened: ", body, " #6924068912");
                return SmsSegments.Count(text) <= 2 && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)
                    && text.EndsWith(" #6924068912", StringComparison.Ordinal);
            });

    private static Gen<string> EmojiTexts => Gen.Int[0, 160].Select(count => string.Concat(Enumerable.Repeat("🔥", count)) + "x");
}
