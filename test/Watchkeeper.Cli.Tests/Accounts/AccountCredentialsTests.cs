using Shouldly;
using Watchkeeper.Cli.Accounts;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Accounts;

public sealed class AccountCredentialsTests : IDisposable
{
    private const string Keys =
        """
        [default]
        aws_access_key_id = of-default
        aws_secret_access_key = secret
        [operations]
        aws_access_key_id = of-operations
        aws_secret_access_key = secret
        aws_session_token = token
        """;

    private readonly OperatorMachine machine = new OperatorMachine().With("AWS_REGION", "eu-west-1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task Keys_in_variables_win_over_a_profile_in_a_variable_and_not_over_one_in_an_option()
    {
        machine.WithCredentials(Keys);

        (await IdAsync()).ShouldBe("of-default");
        machine.With("AWS_PROFILE", "operations");
        (await IdAsync()).ShouldBe("of-operations");
        machine.WithKeys();
        (await IdAsync()).ShouldBe("test");
        (await IdAsync("operations")).ShouldBe("of-operations");
    }

    [Fact]
    public async Task A_process_gives_credentials()
    {
        var script = machine.File("give", "{\"Version\": 1, \"AccessKeyId\": \"of-process\", \"SecretAccessKey\": \"secret\"}");
        machine.WithConfig($"[default]\ncredential_process = cat {script}\n");

        (await IdAsync()).ShouldBe("of-process");
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not.")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not.")]
    public async Task Half_of_the_keys_is_refused(string variable, string expected)
    {
        machine.With(variable, "test");

        (await Should.ThrowAsync<RunException>(() => FindAsync())).Message.ShouldContain(expected);
    }

    [Fact]
    public async Task No_credentials_are_one_line_with_the_ways_to_give_some()
    {
        machine.With("AWS_EC2_METADATA_DISABLED", "true").WithConfig("[default]\nregion = eu-west-1\n");

        var refused = await Should.ThrowAsync<RunException>(() => FindAsync());

        refused.IsUsage.ShouldBeTrue();
        refused.Message.ShouldStartWith("There are no credentials.");
        refused.Message.ShouldContain("AWS_ACCESS_KEY_ID");
        refused.Message.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("credential_process = false")]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/operations\nsource_profile = nobody")]
    [InlineData(
        "sso_session = corp\nsso_account_id = 123456789012\nsso_role_name = operations\n"
        + "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start")]
    public async Task A_profile_without_usable_credentials_is_named(string lines)
    {
        machine.WithConfig($"[profile broken]\n{lines}\n").With("AWS_EC2_METADATA_DISABLED", "true");

        var refused = await Should.ThrowAsync<RunException>(() => FindAsync("broken"));

        refused.Message.ShouldContain("the profile broken");
        refused.Message.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/shop/anna", "anna")]
    [InlineData("arn:aws:iam::123456789012:root", "root of 123456789012")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Ops_0123456789abcd/anna@shop.example", "anna@shop.example")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/deploy/i-0abc12345678def90", "deploy/i-0abc12345678def90")]
    [InlineData("arn:aws:sts::123456789012:federated-user/bob", "bob")]
    public void A_caller_has_the_name_that_people_know(string arn, string name)
    {
        new Caller("123456789012", arn).Name.ShouldBe(name);
        new Caller("123456789012", arn).Label.ShouldBe($"{name} ({arn})");
    }

    [Fact]
    public void A_long_ARN_leaves_room_for_the_name()
    {
        var arn = $"arn:aws:iam::123456789012:user/{new string('x', 240)}/anna";

        new Caller("123456789012", arn).Label.ShouldBe("anna");
    }

    private Task<AccountCredentials> FindAsync(string? profile = null) => AccountCredentials.FindAsync(
        AccountSettings.Find(null, profile, machine.Variables), machine.Variables, TimeProvider.System, Token);

    private async Task<string> IdAsync(string? profile = null) =>
        (await (await FindAsync(profile)).Credentials.GetCredentialsAsync()).AccessKey;
}
