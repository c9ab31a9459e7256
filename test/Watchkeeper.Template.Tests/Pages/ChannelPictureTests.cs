using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Template.Tests.Pages;

/// <summary>
/// Each channel's message has a picture, small and on the page about channels; the front page has those of all channels.
/// </summary>
public sealed class ChannelPictureTests
{
    private const string Folder = ".github/pictures/channels";
    private const int MaxPicture = 120_000;
    private const int MaxPictures = 1_200_000;

    private static readonly ImmutableArray<string> Channels =
    [
        .. ChannelCatalogue.All.Select(channel => channel.Kind).Append(ChannelKind.Sms).Append(ChannelKind.Push)
            .Select(kind => $"{Folder}/{kind.ToKebabCase()}.png"),
    ];

    private static readonly ImmutableArray<string> Overviews = [$"{Folder}/all-en.png", $"{Folder}/all-zh-CN.png"];

    [Fact]
    public void The_page_about_channels_shows_each_channel_and_the_front_page_all_of_them()
    {
        Shown("src/Watchkeeper/Channels/README.md").ShouldBe(Channels, ignoreOrder: true);
        Shown("README.md").Where(picture => picture.StartsWith(Folder, StringComparison.Ordinal)).ShouldBe(Overviews);
    }

    [Fact]
    public void The_pictures_are_those_alone_and_small()
    {
        var files = Directory.GetFiles(Repository.PathOf(Folder)).Select(path => new FileInfo(path)).ToList();

        files.Select(file => $"{Folder}/{file.Name}").ShouldBe(Channels.Concat(Overviews), ignoreOrder: true);
        files.ShouldAllBe(file => file.Length > 0 && file.Length <= MaxPicture);
        files.Sum(file => file.Length).ShouldBeLessThanOrEqualTo(MaxPictures);
    }

    private static IEnumerable<string> Shown(string name) => Page.Of(name).Pictures.Select(Page.Of(name).PathOf);
}
