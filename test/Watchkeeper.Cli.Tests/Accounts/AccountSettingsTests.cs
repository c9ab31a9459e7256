using Shouldly;
using Watchkeeper.Cli.Accounts;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Accounts;

public sealed class AccountSettingsTests : IDisposable
{
    private readonly OperatorMachine machine = new();

    public void Dispose() => machine.Dispose();

    [Fact]
    public void The_region_is_the_first_of_option_variables_and_profile()
    {
        machine.WithConfig("[default]\nregion = eu-north-1\n[profile far]\nregion = ap-east-1\n");

        Find().Region.ShouldBe(new Setting("eu-north-1", "region of the profile default"));
        Find(profile: "far").Region.Value.ShouldBe("ap-east-1");
        machine.With("AWS_DEFAULT_REGION", "eu-west-1");
        Find(profile: "far").Region.ShouldBe(new Setting("eu-west-1", "AWS_DEFAULT_REGION"));
        machine.With("AWS_REGION", "eu-west-2");
        Find().Region.Value.ShouldBe("eu-west-2");
        Find(new Setting("eu-west-3", "--region")).Region.Value.ShouldBe("eu-west-3");
        machine.With("AWS_REGION", "").With("AWS_DEFAULT_REGION", "");
        Find().Region.Value.ShouldBe("eu-north-1");
    }

    [Fact]
    public void A_region_may_be_in_either_file()
    {
        machine.WithCredentials("[default]\nregion = eu-south-1\n[only-here]\nregion = eu-south-2\n")
            .WithConfig("[default]\nregion = eu-north-1\n");

        Find().Region.Value.ShouldBe("eu-south-1");
        Find(profile: "only-here").Region.Value.ShouldBe("eu-south-2");
    }

    [Fact]
    public void The_files_may_lie_elsewhere_and_apart()
    {
        machine.With("AWS_CONFIG_FILE", machine.File("one/settings", "[profile far]\nregion = ap-east-1\n"))
            .With("AWS_SHARED_CREDENTIALS_FILE", machine.File("two/keys", "[far]\naws_access_key_id = a\n"));

        var profile = Find(profile: "far").Profile;

        profile["region"]!.Value.ShouldBe("ap-east-1");
        profile["aws_access_key_id"]!.Value.ShouldBe("a");
    }

    [Fact]
    public void The_profile_is_the_first_of_option_and_variables()
    {
        machine.WithConfig("[profile a]\nregion = eu-west-1\n[profile b]\nregion = eu-west-2\n[profile c]\nregion = eu-west-3\n");

        machine.With("AWS_PROFILE", "a");
        Find().Region.Value.ShouldBe("eu-west-1");
        machine.With("AWS_DEFAULT_PROFILE", "b");
        Find().Region.Value.ShouldBe("eu-west-2");
        Find(profile: "c").Region.Value.ShouldBe("eu-west-3");
    }

    [Fact]
    public void The_endpoint_is_the_first_of_service_and_common_in_variables_and_profile()
    {
        machine.WithConfig(
            """
            [default]
            region = eu-north-1
            endpoint_url = http://profile
            services = mine
            [services mine]
            dynamodb =
              endpoint_url = http://services
            """);

        (Find().DynamoDb!.Value, Find().Sts!.Value).ShouldBe(("http://services", "http://profile"));
        machine.With("AWS_ENDPOINT_URL", "http://variable");
        (Find().DynamoDb!.Value, Find().Sts!.Value).ShouldBe(("http://variable", "http://variable"));
        machine.With("AWS_ENDPOINT_URL_DYNAMODB", "http://of-the-service");
        (Find().DynamoDb!.Value, Find().Sts!.Value).ShouldBe(("http://of-the-service", "http://variable"));
        machine.With("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "TRUE");
        (Find().DynamoDb, Find().Sts).ShouldBe((null, null));
    }

    [Fact]
    public void A_profile_may_ignore_configured_endpoints()
    {
        machine.WithConfig("[default]\nregion = eu-north-1\nignore_configured_endpoint_urls = true\n")
            .With("AWS_ENDPOINT_URL", "http://variable");

        Find().DynamoDb.ShouldBeNull();
    }

    [Theory]
    [InlineData("AWS_PROFILE", "nobody", "AWS_PROFILE is «nobody», but neither")]
    [InlineData("AWS_REGION", "eu.evil.example/", "AWS_REGION is «eu.evil.example/», which is no region")]
    [InlineData("AWS_ENDPOINT_URL", "localhost:8000", "AWS_ENDPOINT_URL is «localhost:8000», which is no URL")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", "file:///etc/passwd", "which is no URL")]
    public void A_wrong_setting_is_named(string variable, string value, string expected)
    {
        machine.With("AWS_REGION", "eu-west-1").With(variable, value);

        var refused = Should.Throw<RunException>(() => Find());

        refused.Message.ShouldContain(expected);
        refused.IsUsage.ShouldBeTrue();
    }

    [Fact]
    public void A_missing_region_is_named_with_the_places_to_set_it()
    {
        var refused = Should.Throw<RunException>(() => Find());

        refused.Message.ShouldContain("--region");
        refused.Message.ShouldContain("AWS_REGION");
        refused.Message.ShouldContain(Path.Combine(".aws", "config"));
    }

    [Fact]
    public void Sections_may_have_blanks_quotes_comments_and_nested_keys()
    {
        var file = AccountFile.Parse(
        [
            "# a comment", "[ profile  \"two words\" ]  ", "; another", "Region = eu-west-1", "s3 =", "  max_queue_size = 7",
            "endpoint_url = http://a?b=c", "no value here", "[default]", "region=eu-west-2",
        ]);

        file.Find("profile two words").ShouldNotBeNull().ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["region"] = "eu-west-1",
                ["s3"] = "",
                ["s3/max_queue_size"] = "7",
                ["endpoint_url"] = "http://a?b=c",
            },
            ignoreOrder: true);
        file.Find("default")!["region"].ShouldBe("eu-west-2");
        file.Find("other").ShouldBeNull();
    }

    private AccountSettings Find(Setting? region = null, string? profile = null) =>
        AccountSettings.Find(region, profile, machine.Variables);
}
