using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Testing.Sam;
using Xunit;

namespace Watchkeeper.Template.Tests.Sam;

/// <summary>The rules of SAM CLI's local runs that the template relies on, each as in SAM CLI.</summary>
public sealed class SamResolverTests
{
    [Theory]
    [InlineData("!Ref Given", "as given")]
    [InlineData("!Ref Defaulted", "standard")]
    [InlineData("!Ref Number", "10")]
    [InlineData("!Ref Truth", "true")]
    public void A_parameter_has_the_given_value_or_its_default(string value, string expected) =>
        Arrives(value).ShouldBe(expected);

    [Fact]
    public void A_parameter_whose_default_is_empty_is_empty() => Arrives("!Ref Empty").ShouldBe("");

    [Fact]
    public void An_empty_override_counts_as_none() => Arrives("!Ref Defaulted", "Defaulted=").ShouldBe("standard");

    [Fact]
    public void A_parameter_without_a_value_is_its_own_name() => Arrives("!Ref Unset").ShouldBe("Unset");

    [Theory]
    [InlineData("!Ref Queue", "Queue")]
    [InlineData("!Ref Topic", "Topic")]
    [InlineData("!Ref Anything", "Anything")]
    public void A_resource_is_its_logical_id_and_neither_its_address_nor_its_ARN(string value, string expected) =>
        Arrives(value).ShouldBe(expected);

    [Theory]
    [InlineData("!GetAtt Queue.Arn")]
    [InlineData("!GetAtt [Queue, Arn]")]
    [InlineData("!Sub '${Queue.Arn}'")]
    public void The_ARN_of_any_resource_is_that_of_a_function(string value) =>
        Arrives(value).ShouldBe("arn:aws:lambda:us-east-1:123456789012:function:Queue");

    [Fact]
    public void Another_attribute_is_unknown_and_the_variable_is_empty() => Arrives("!GetAtt Queue.QueueUrl").ShouldBe("");

    [Fact]
    public void Another_attribute_inside_a_text_is_written_as_text() =>
        Arrives("!Sub 'at ${Queue.QueueUrl}'").ShouldBe("at $Queue.QueueUrl");

    [Theory]
    [InlineData("!Sub '${Given}/${AWS::AccountId}/Queue'", "as given/123456789012/Queue")]
    [InlineData(
        "!Sub 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:Topic'", "arn:aws:sns:us-east-1:123456789012:Topic")]
    [InlineData("!Sub ['${Name}!', {Name: !Ref Given}]", "as given!")]
    [InlineData("!Sub '${AWS::StackName} ${AWS::URLSuffix}'", "local localhost")]
    [InlineData("!Sub '${AWS::NoValue}'", "None")]
    public void A_text_is_filled_with_parameters_and_pseudo_parameters(string value, string expected) =>
        Arrives(value).ShouldBe(expected);

    [Theory]
    [InlineData("!If [Holds, !Ref Given, other]", "as given")]
    [InlineData("!If [HoldsNot, !Ref Given, other]", "other")]
    [InlineData("!If [Both, both, other]", "other")]
    [InlineData("!If [Either, either, other]", "either")]
    public void A_condition_chooses(string value, string expected) => Arrives(value).ShouldBe(expected);

    [Theory]
    [InlineData("!If [Holds, !Ref Given, !Ref AWS::NoValue]")]
    [InlineData("!If [HoldsNot, !Ref AWS::NoValue, !Ref Given]")]
    [InlineData("!If [Holds, !If [Holds, !Ref Given, x], !Ref AWS::NoValue]")]
    [InlineData("!If [Holds, !Ref Given, !GetAtt Queue.QueueUrl]")]
    [InlineData("!If [NoSuchCondition, !Ref Given, x]")]
    public void If_one_branch_cannot_be_resolved_the_variable_is_empty_under_either_condition(string value) =>
        Arrives(value).ShouldBe("");

    [Fact]
    public void A_variable_that_cannot_be_resolved_leaves_the_others_alone()
    {
        var arrived = Variables("X: !ImportValue elsewhere\n        Y: !Ref Given", new SamInvocation());

        (arrived["X"], arrived["Y"]).ShouldBe(("", "as given"));
    }

    [Fact]
    public void A_variable_of_the_function_wins_over_one_of_Globals() => Arrives("own", name: "COMMON").ShouldBe("own");

    [Fact]
    public void A_shell_variable_of_the_same_name_wins_and_no_other_is_passed_on()
    {
        var shell = SamInvocation.Parse("sam local invoke F") with
        {
            Shell = new SamInvocation().Shell.Add("X", "from the shell").Add("Z", "lost"),
        };
        var arrived = Variables("X: template", shell);

        arrived["X"].ShouldBe("from the shell");
        arrived.ShouldNotContainKey("Z");
    }

    [Theory]
    [InlineData("--region eu-central-1", "k", "eu-central-1", "eu-central-1")]
    [InlineData("--region eu-central-1", null, "us-east-1", "eu-central-1")]
    [InlineData("", "k", "eu-west-1", "us-east-1")]
    [InlineData("", null, "us-east-1", "us-east-1")]
    public void The_region_in_ARNs_matches_the_function_only_by_its_option_and_with_credentials(
        string options, string? key, string ofFunction, string ofArns)
    {
        var shell = new SamInvocation().Shell.Add("AWS_DEFAULT_REGION", "eu-west-1");
        if (key is not null)
            shell = shell.Add("AWS_ACCESS_KEY_ID", key).Add("AWS_SECRET_ACCESS_KEY", key);
        var arrived = Variables(
            "X: !Ref AWS::Region", SamInvocation.Parse($"sam local invoke F {options}") with { Shell = shell });

        (arrived["AWS_REGION"], arrived["X"]).ShouldBe((ofFunction, ofArns));
        arrived["AWS_ACCESS_KEY_ID"].ShouldBe(key ?? "defaultkey");
    }

    private static string Arrives(string value, string overrides = "", string name = "X") =>
        Variables(
            $"{name}: {value}", SamInvocation.Parse($"sam local invoke F --parameter-overrides Given=as~given {overrides}"))[name]
            .Replace('~', ' ');

    private static ImmutableSortedDictionary<string, string> Variables(string variables, SamInvocation invocation) =>
        SamTemplate.Parse($$"""
            Parameters:
              Given: {Type: String, Default: as given}
              Defaulted: {Type: String, Default: standard}
              Number: {Type: Number, Default: 10}
              Truth: {Type: String, Default: true}
              Empty: {Type: String, Default: ''}
              Unset: {Type: String}
            Conditions:
              Holds: !Equals [!Ref Defaulted, standard]
              HoldsNot: !Not [!Condition Holds]
              Both: !And [!Condition Holds, !Condition HoldsNot]
              Either: !Or [!Condition HoldsNot, !Equals [a, a]]
            Globals:
              Function: {Handler: bootstrap, MemorySize: 256, Timeout: 3, Environment: {Variables: {COMMON: theirs} } }
            Resources:
              Queue: {Type: AWS::SQS::Queue}
              Topic: {Type: AWS::SNS::Topic}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 3
                  Environment:
                    Variables:
                      {{variables.Replace("\n        ", "\n          ", StringComparison.Ordinal)}}
            """).Environment("F", invocation);
}
