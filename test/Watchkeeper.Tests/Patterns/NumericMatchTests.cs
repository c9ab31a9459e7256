using System.Globalization;
using System.Numerics;
using CsCheck;
using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class NumericMatchTests
{
    [Theory]
    [InlineData("300", "300", true)]
    [InlineData("300", "300.0", true)]
    [InlineData("300", "3.0e2", true)]
    [InlineData("3.0e2", "300", true)]
    [InlineData("300", "3E+2", true)]
    [InlineData("300", "300.0001", false)]
    [InlineData("300", "-300", false)]
    [InlineData("300", "\"300\"", false)]
    [InlineData("\"300\"", "300", false)]
    [InlineData("0", "-0.0", true)]
    [InlineData("0", "0e999999999999", true)]
    [InlineData("0.1", "1e-1", true)]
    [InlineData("0.1", "0.10000000000000001", true)]
    [InlineData("0.1", "0.1000000000000001", false)]
    [InlineData("-1.5", "-15e-1", true)]
    [InlineData("5000000001", "5000000001", true)]
    [InlineData("5000000001", "5000000002", false)]
    [InlineData("0.1234567", "0.1234568", false)]
    [InlineData("1.7976931348623157e308", "17976931348623157e292", true)]
    [InlineData("1e-320", "10e-321", true)]
    [InlineData("1", "true", false)]
    public void Numbers_are_equal_by_value_however_they_are_written(string inPattern, string inEvent, bool expected) =>
        ValueMatches($"[{inPattern}]", inEvent).ShouldBe(expected);

    [Theory]
    [InlineData("9007199254740993", "9007199254740993", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("9007199254740993", "9007199254740993.0", false)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890", true)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891", false)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890.0", false)]
    [InlineData("123456789012345678901234567890", "12345678901234567890123456789e1", false)]
    public void Whole_numbers_beyond_the_precision_of_a_double_are_equal_if_they_are_written_alike(
        string inPattern, string inEvent, bool expected) =>
        ValueMatches($"[{inPattern}]", inEvent).ShouldBe(expected);

    [Theory]
    [InlineData("2e400")]
    [InlineData("-2e400")]
    [InlineData("1e-400")]
    [InlineData("1.0000000000000001")]
    [InlineData("0.30000000000000000001")]
    public void Other_numbers_beyond_the_precision_of_a_double_do_not_even_equal_themselves(string number)
    {
        ValueMatches($"[{number}]", number).ShouldBeFalse();
        ValueMatches($"[{number}]", "0").ShouldBeFalse();
        ValueMatches($"[{number}]", "1").ShouldBeFalse();
    }

    [Theory]
    [InlineData("1", "1.0000000000000001")]
    [InlineData("0.3", "0.30000000000000000001")]
    [InlineData("0", "1e-400")]
    [InlineData("0", "-1e-400")]
    [InlineData("12345678901234567000", "12345678901234567001.5")]
    public void A_number_with_a_point_or_an_exponent_is_rounded(string inPattern, string inEvent)
    {
        ValueMatches($"[{inPattern}]", inEvent).ShouldBeTrue();
        ValueMatches($$"""[{"anything-but":[{{inPattern}}]}]""", inEvent).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""["=",5]""", "5.0", true)]
    [InlineData("""["=",5]""", "5.1", false)]
    [InlineData("""["=",5]""", "\"5\"", false)]
    [InlineData("""["<",5]""", "4.999999", true)]
    [InlineData("""["<",5]""", "5", false)]
    [InlineData("""["<",5]""", "-1e300", true)]
    [InlineData("""["<=",5]""", "5", true)]
    [InlineData("""["<=",5]""", "5.000001", false)]
    [InlineData("""[">",5]""", "5", false)]
    [InlineData("""[">",5]""", "5.000001", true)]
    [InlineData("""[">",5]""", "\"6\"", false)]
    [InlineData("""[">",5]""", "null", false)]
    [InlineData("""[">",5]""", "true", false)]
    [InlineData("""[">=",5]""", "5", true)]
    [InlineData("""[">=",5]""", "4", false)]
    [InlineData("""[">=",-0.0]""", "0", true)]
    [InlineData("""[">",0,"<",5]""", "0", false)]
    [InlineData("""[">",0,"<",5]""", "1e-300", true)]
    [InlineData("""[">",0,"<",5]""", "5", false)]
    [InlineData("""[">=",0,"<",5]""", "0", true)]
    [InlineData("""[">=",0,"<=",5]""", "5", true)]
    [InlineData("""[">",0,"<=",5]""", "5", true)]
    [InlineData("""[">",0,"<=",5]""", "6", false)]
    [InlineData("""[">",-1.5e2,"<",-1]""", "-1.4e2", true)]
    [InlineData("""[">",0]""", "123456789012345678901234567890", false)]
    [InlineData("""[">",0]""", "1e999", false)]
    [InlineData("""["<",1]""", "1e-400", true)]
    [InlineData("""[">",0]""", "1e-400", false)]
    [InlineData("""[">",0,"<",1e6]""", "98765.4321098765432109", true)]
    [InlineData("""["<",1]""", "0.99999999999999999999", false)]
    [InlineData("""["<=",1]""", "1.0000000000000000001", true)]
    [InlineData("""["<",1e17]""", "1234567890123456", true)]
    [InlineData("""["<",1e17]""", "9007199254740993", false)]
    [InlineData("""[">",0]""", "[-1,2]", true)]
    public void A_comparison_needs_numbers_that_can_be_compared(string operand, string value, bool expected) =>
        ValueMatches($$"""[{"numeric":{{operand}}}]""", value).ShouldBe(expected);

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"=\"]")]
    [InlineData("[5]")]
    [InlineData("[\"=\",\"5\"]")]
    [InlineData("[\"=\",null]")]
    [InlineData("[\"==\",5]")]
    [InlineData("[\"!=\",5]")]
    [InlineData("[5,\"=\"]")]
    [InlineData("[null,5]")]
    [InlineData("[\"<\",5,\">\",0]")]
    [InlineData("[\"=\",5,\"<\",6]")]
    [InlineData("[\">\",5,\">\",6]")]
    [InlineData("[\">\",5,\"=\",6]")]
    [InlineData("[\">\",5,\"<\"]")]
    [InlineData("[\">\",5,\"<\",5]")]
    [InlineData("[\">=\",5,\"<=\",5]")]
    [InlineData("[\">\",6,\"<\",5]")]
    [InlineData("[\">\",0,\"<\",5,\"<\",6]")]
    [InlineData("[\"<\",0,5]")]
    [InlineData("[\"=\",1e400]")]
    [InlineData("[\"=\",0.12345678901234567890]")]
    [InlineData("\"=5\"")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{\"=\":5}")]
    public void An_invalid_comparison_is_refused(string operand) =>
        Refusal($$"""{"v":[{"numeric":{{operand}}}]}""").Path.ShouldStartWith("$.v[0].numeric");

    [Fact]
    public void A_decimal_of_up_to_fifteen_digits_is_equal_to_itself_in_every_notation_and_to_no_neighbour() =>
        Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[-20, 20]).Sample((digits, exponent) =>
        {
            var plain = Plain(digits, exponent);

            ValueMatches($"[{digits}e{exponent}]", plain).ShouldBeTrue();
            ValueMatches($"[{plain}]", $"{digits}00E{exponent - 2}").ShouldBeTrue();
            ValueMatches($"[{plain}]", $"{digits + 1}e{exponent}").ShouldBeFalse();
            ValueMatches($"[{{\"anything-but\":{plain}}}]", $"{digits}e{exponent}").ShouldBeFalse();
        });

    [Fact]
    public void Decimals_are_ordered_as_decimals() =>
        Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Long[-99_999, 99_999], Gen.Int[0, 12])
            .Sample((one, other, scale) =>
            {
                var order = BigInteger.Compare(one, other * BigInteger.Pow(10, scale));
                var (bound, value) = ($"{other}", Plain(one, -scale));

                ValueMatches($$"""[{"numeric":["<",{{bound}}]}]""", value).ShouldBe(order < 0);
                ValueMatches($$"""[{"numeric":["<=",{{bound}}]}]""", value).ShouldBe(order <= 0);
                ValueMatches($$"""[{"numeric":["=",{{bound}}]}]""", value).ShouldBe(order == 0);
                ValueMatches($$"""[{"numeric":[">=",{{bound}}]}]""", value).ShouldBe(order >= 0);
                ValueMatches($$"""[{"numeric":[">",{{bound}}]}]""", value).ShouldBe(order > 0);
            });

    /// <summary>Writes the decimal without an exponent.</summary>
    private static string Plain(long digits, int exponent)
    {
        var text = Math.Abs(digits).ToString(CultureInfo.InvariantCulture);
        var sign = digits < 0 ? "-" : "";
        if (exponent >= 0) return digits == 0 ? "0" : $"{sign}{text}{new string('0', exponent)}";
        text = text.PadLeft(1 - exponent, '0');
        return $"{sign}{text[..^-exponent]}.{text[^-exponent..]}";
    }
}
