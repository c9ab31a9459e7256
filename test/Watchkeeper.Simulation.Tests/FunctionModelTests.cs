using Shouldly;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Testing.Sam;
using Xunit;

namespace Watchkeeper.Simulation.Tests;

public sealed class FunctionModelTests
{
    public static TheoryData<FunctionName> Functions => [.. Enum.GetValues<FunctionName>()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_the_settings_of_the_template(FunctionName name)
    {
        var template = SamTemplate.OfRepository();
        var model = FunctionModel.For(name);

        ((int)model.Timeout.TotalSeconds).ShouldBe(template.TimeoutOf(name.ToString()));
        model.Concurrency.ShouldBe(template.ConcurrencyOf(name.ToString()));
        (model.Retries, (int)model.OldestEvent.TotalSeconds).ShouldBe(template.RetriesOf(name.ToString()));
    }
}
