using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>What the configuration in force says of silences.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class SilenceLimitsInForceTests(StoryFixture story)
{
    private const string File = """{"silences": {"default_duration": "30m", "max_duration": "4h"}}""";

    [Fact]
    public async Task A_silence_lasts_as_long_as_the_file_says_and_no_longer()
    {
        using var silencer = new Silencer(story.Copy());
        await silencer.ConfigureAsync(File);

        (await silencer.AddAsync(Silencer.Draft("severity=critical") with { For = null })).ShouldBe(Answer.Yes);
        silencer.Lines[0].ShouldContain("(30m)");
        (await silencer.AddAsync(Silencer.Draft("severity=critical") with { For = "5h" })).ShouldBe(Answer.Unclear);
        silencer.Errors.ShouldContain("is more than 4h, the longest that silences.max_duration of the configuration allows at a time");
    }

    [Fact]
    public async Task An_extension_has_the_same_limit()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(data, Silencer.Draft("severity=critical"));
        using var silencer = new Silencer(data);
        await silencer.ConfigureAsync(File);

        (await silencer.ExtendAsync(id, "5h")).ShouldBe(Answer.Unclear);
        (await silencer.ExtendAsync(id, "4h")).ShouldBe(Answer.Yes);
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_has_no_limits_and_is_noted()
    {
        using var silencer = new Silencer(story.Copy());
        await silencer.ConfigureAsync("""{"silences": {"default_duration": 5}}""");

        (await silencer.AddAsync(Silencer.Draft("severity=critical") with { For = "5h" })).ShouldBe(Answer.Yes);
        silencer.Errors.ShouldContain("of the configuration cannot be read, so its limits of silences do not hold");
    }
}
