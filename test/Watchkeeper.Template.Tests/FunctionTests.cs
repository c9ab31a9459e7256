using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class FunctionTests(ExpandedTemplate template)
{
    public static TheoryData<string> All => Functions.All;

    [Fact]
    public void The_template_has_the_functions_of_the_executable_and_no_others() =>
        template.OfType("AWS::Lambda::Function").Select(function => function.Id).ShouldBe(Functions.Names, ignoreOrder: true);

    [Theory, MemberData(nameof(All))]
    public void Each_function_is_the_executable_under_the_name_of_the_function(string name)
    {
        var function = template[name];

        function["Runtime"].GetString().ShouldBe("dotnet10");
        function["Handler"].GetString().ShouldBe("bootstrap");
        function["Environment.Variables.WATCHKEEPER_FUNCTION"].GetString().ShouldBe(name);
        Reference.From(function["Architectures"][0]).ShouldBe("Architecture");
    }

    [Theory, MemberData(nameof(All))]
    public void Each_function_has_its_own_role_and_log_group_and_queue(string name)
    {
        var function = template[name];

        Reference.From(function["Role"]).ShouldBe($"{name}Role.Arn");
        Reference.From(function["LoggingConfig.LogGroup"]).ShouldBe($"{name}Logs");
        function["Environment.Variables.WATCHKEEPER_DEAD_LETTER_URL"].GetRawText()
            .ShouldContain($"\"Ref\": \"{Functions.QueueOf(name)}\"");
    }

    [Theory, MemberData(nameof(All))]
    public void A_function_has_memory_a_time_out_and_a_share_of_concurrency(string name)
    {
        var function = template[name];

        function["MemorySize"].GetInt32().ShouldBeInRange(256, 1024);
        function["Timeout"].GetInt32().ShouldBeInRange(10, 900);
        var reserve = function["ReservedConcurrentExecutions"].GetProperty("Fn::If");
        reserve[0].GetString().ShouldBe("HasReserve");
        reserve[1].GetInt32().ShouldBeInRange(1, 20);
    }

    [Theory, MemberData(nameof(All))]
    public void Each_function_knows_the_readers_language_and_zone_and_what_reactions_may_do(string name)
    {
        var variables = template[name]["Environment.Variables"];

        Reference.From(variables.GetProperty("WATCHKEEPER_LOCALE")).ShouldBe("Locale");
        Reference.From(variables.GetProperty("WATCHKEEPER_TIME_ZONE")).ShouldBe("TimeZone");
        Reference.From(variables.GetProperty("WATCHKEEPER_REACTIONS")).ShouldBe("Reactions");
        Reference.From(variables.GetProperty("WATCHKEEPER_REACTIONS_STOP")).ShouldBe("ReactionsStop");
    }

    [Theory]
    [InlineData("UTC", true)]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("America/Port-au-Prince", true)]
    [InlineData("Etc/GMT+8", true)]
    [InlineData("", false)]
    [InlineData("/Berlin", false)]
    [InlineData("Europe/Berlin ", false)]
    [InlineData("+02:00", false)]
    public void The_time_zone_is_a_name_of_the_IANA_database(string zone, bool isAllowed)
    {
        var pattern = template.Root.GetProperty("Parameters").GetProperty("TimeZone").GetProperty("AllowedPattern").GetString()!;

        Regex.IsMatch(zone, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(isAllowed);
    }

    [Fact]
    public void The_reserved_concurrency_adds_up_to_the_parameter()
    {
        var together = template.OfType("AWS::Lambda::Function")
            .Sum(function => function["ReservedConcurrentExecutions"].GetProperty("Fn::If")[1].GetInt32());

        template.Root.GetProperty("Parameters").GetProperty("ReserveConcurrency").GetProperty("Description").GetString()!
            .ShouldContain($"Keep {together} concurrent executions for Watchkeeper alone. An account needs a limit of "
                + $"at least {together + 10}");
    }

    [Fact]
    public void A_new_account_needs_no_reserved_concurrency() =>
        template.Root.GetProperty("Parameters").GetProperty("ReserveConcurrency").GetProperty("Default").GetString()
            .ShouldBe("false");

    [Fact]
    public void The_shortest_cool_down_is_twice_as_long_as_a_reaction_may_take()
    {
        var least = template.Root.GetProperty("Parameters").GetProperty("ReactionCooldown").GetProperty("MinValue").GetInt32();

        TimeSpan.FromSeconds(least).ShouldBe(ReactionOptions.MinCooldown);
        least.ShouldBeGreaterThanOrEqualTo(2 * template["ReactFunction"]["Timeout"].GetInt32());
    }

    [Theory, MemberData(nameof(All))]
    public void A_function_is_traced_and_its_variables_are_encrypted(string name)
    {
        var function = template[name];

        function["TracingConfig.Mode"].GetString().ShouldBe("Active");
        Reference.From(function["KmsKeyArn"]).ShouldBe("Key.Arn");
        function["LoggingConfig.LogFormat"].GetString().ShouldBe("JSON");
    }

    [Theory, MemberData(nameof(All))]
    public async Task Sam_build_finds_a_target_for_the_function(string name)
    {
        var metadata = template[name].Whole.GetProperty("Metadata");
        var folder = metadata.GetProperty("ContextPath").GetString()!;
        var makefile = Path.Combine(folder, "Makefile");

        metadata.GetProperty("BuildMethod").GetString().ShouldBe("makefile");
        var dry = await Tool.Make.RunAsync(
            Repository.Root, "-f", makefile, "--dry-run", $"build-{name}", "ARTIFACTS_DIR=out", "ARCHITECTURE=x86_64");
        dry.ExitCode.ShouldBe(0, dry.Errors);
    }
}
