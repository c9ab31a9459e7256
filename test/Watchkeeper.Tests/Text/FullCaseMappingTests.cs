using Shouldly;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Text;

public sealed class FullCaseMappingTests
{
    // The capital vowels without the iota below, each row for the small and for the capital letters with it.
    private const string CapitalsWithoutIota = "ἈἉἊἋἌἍἎἏ" + "ἈἉἊἋἌἍἎἏ" + "ἨἩἪἫἬἭἮἯ" + "ἨἩἪἫἬἭἮἯ" + "ὨὩὪὫὬὭὮὯ" + "ὨὩὪὫὬὭὮὯ";

    [Fact]
    public void The_upper_case_of_a_Greek_vowel_with_iota_below_is_the_capital_and_an_iota()
    {
        for (var index = 0; index < 48; index++)
            FullCaseMapping.Upper((char)('\u1F80' + index)).ShouldBe($"{CapitalsWithoutIota[index]}\u0399", $"U+{0x1F80 + index:X}");
    }
}
