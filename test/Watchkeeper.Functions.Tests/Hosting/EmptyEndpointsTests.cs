using Shouldly;
using Watchkeeper.Functions.Composition;
using Xunit;

namespace Watchkeeper.Functions.Tests.Hosting;

public sealed class EmptyEndpointsTests
{
    [Theory]
    [InlineData("AWS_ENDPOINT_URL_OF_NO_SERVICE_1", "", null)]
    [InlineData("AWS_ENDPOINT_URL_OF_NO_SERVICE_2", " ", null)]
    [InlineData("AWS_ENDPOINT_URL_OF_NO_SERVICE_3", "http://127.0.0.1:1", "http://127.0.0.1:1")]
    [InlineData("ANOTHER_AWS_ENDPOINT_URL", " ", " ")]
    public void An_empty_address_is_unset_and_every_other_stays(string name, string value, string? left)
    {
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            EmptyEndpoints.Unset();

            Environment.GetEnvironmentVariable(name).ShouldBe(left);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
