using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>Of a hundred thousand active incidents a part is looked at, and the answers say so.</summary>
public sealed class ManyQuietIncidentsTests(ManyIncidentsFixture many) : IClassFixture<ManyIncidentsFixture>
{
    [Fact] // alertmanager 2423: a silence for many alerts at once.
    public async Task More_incidents_than_are_looked_at_are_said()
    {
        using var silencer = new Silencer(many.Data);

        (await silencer.PreviewAsync(["service=order"])).ShouldBe(Answer.Yes);
        (await silencer.AddAsync(Silencer.Draft("service=order"))).ShouldBe(Answer.Yes);
        (await silencer.ListAsync()).ShouldBe(Answer.Yes);

        silencer.Lines.ShouldContain("would be quiet now: 20000 of 20000 and more active incidents");
        silencer.Lines.ShouldContain("at least: there are more incidents than were looked at");
        silencer.Lines.ShouldContain("quiet now: 20000 of 20000 and more active incidents");
        silencer.Lines.ShouldContain("  and 19990 more");
        silencer.Errors.ShouldBe("only 20000 active incidents were counted\n");
    }
}
