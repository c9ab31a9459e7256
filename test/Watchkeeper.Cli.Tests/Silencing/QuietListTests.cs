using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>The list of incidents says which are silenced now.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class QuietListTests(StoryFixture story)
{
    [Fact]
    public async Task What_was_told_and_is_silenced_since_is_marked_until_the_silence_ends()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(data, Silencer.Draft("name=shop-db-storage-low"));

        (await QuietAsync(data)).ShouldBe(["silence " + id]);
        using (var silencer = new Silencer(data))
            await silencer.ExpireAsync(id, asJson: true);
        (await QuietAsync(data)).ShouldBeEmpty();
    }

    private static async Task<string[]> QuietAsync(string data)
    {
        using var asker = new Asker(data);
        await asker.ListAsync(asker.Active(AnswerFormat.Json));
        return
        [
            .. asker.Json.Select(line => line.GetProperty("quiet").GetString()).OfType<string>()
                .Where(quiet => quiet.StartsWith("silence ", StringComparison.Ordinal)),
        ];
    }
}
