using System.Collections.Immutable;
using System.Globalization;
using Shouldly;
using Watchkeeper.Audits;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>What <see cref="IAuditSnapshots"/> promises.</summary>
public abstract class AuditSnapshotContract : StoreContract
{
    [Fact]
    public async Task Before_the_first_run_there_is_nothing()
    {
        await using var stores = await OpenAsync();

        (await stores.Snapshots.ReadAsync("check", Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(1000)]
    public async Task What_was_found_is_read_as_it_was(int count)
    {
        await using var stores = await OpenAsync();
        var findings = Findings(count);

        await stores.Snapshots.ReplaceAsync("check", findings, Token);

        (await stores.Snapshots.ReadAsync("check", Token)).ShouldBe(findings);
        (await stores.Snapshots.ReadAsync("another", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replacement_leaves_nothing_of_what_was()
    {
        await using var stores = await OpenAsync();
        foreach (var count in (int[])[450, 3, 201, 0, 1, 1])
        {
            var findings = Findings(count, from: count);

            await stores.Snapshots.ReplaceAsync("check", findings, Token);

            (await stores.Snapshots.ReadAsync("check", Token)).ShouldBe(findings);
        }
    }

    [Fact]
    public async Task Long_and_hostile_resources_are_read_as_they_were()
    {
        await using var stores = await OpenAsync();
        ImmutableArray<KnownFinding> findings =
        [
            .. Enumerable.Range(0, 100).Select(number => new KnownFinding(
                new Finding($"{number}🔥\0", FindingStatus.Error, "", new string('警', 1000), Suppressed: true), FindingState.LeftOut, null)),
        ];

        await stores.Snapshots.ReplaceAsync("check", findings, Token);

        (await stores.Snapshots.ReadAsync("check", Token)).ShouldBe(findings);
    }

    [Fact]
    public async Task Replacements_at_once_end_as_one_of_them()
    {
        await using var stores = await OpenAsync();
        await stores.Snapshots.ReplaceAsync("check", Findings(3), Token);

        await AtOnceAsync(16, async number =>
        {
            await stores.Snapshots.ReplaceAsync("check", Findings(250, from: number * 1000), Token);
            return number;
        });

        var found = await stores.Snapshots.ReadAsync("check", Token);
        Enumerable.Range(0, 16).Count(number => found.SequenceEqual(Findings(250, from: number * 1000))).ShouldBe(1);
    }

    private static ImmutableArray<KnownFinding> Findings(int count, int from = 0) =>
    [
        .. Enumerable.Range(from, count).Select(number => new KnownFinding(
            new Finding(
                number.ToString(CultureInfo.InvariantCulture),
                (FindingStatus)(number % 3),
                "eu-central-1",
                $"arn:aws:ec2:eu-central-1:123456789012:instance/i-{number:x17}",
                number % 2 == 0),
            (FindingState)(number % 3),
            number % 5 == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(20_000).AddTicks(number),
            number % 7 == 0,
            number % 3 == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(20_001).AddTicks(number))),
    ];
}
