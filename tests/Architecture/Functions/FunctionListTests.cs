using System.Reflection;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Web.Webhooks;

namespace HelpDesk.Architecture.Tests.Functions;

/// <summary>The Azure host answers every page by the shared route table, and runs every workflow and activity there is.</summary>
public sealed partial class FunctionListTests
{
    public static TheoryData<string, string> Workflows => Named(typeof(Workflow<,>));

    public static TheoryData<string, string> Activities => Named(typeof(Activity<,>));

    [Fact]
    public void HttpFunctions_Routes_AreWebhooksAndOneForEveryPage()
    {
        FunctionSources.HttpRoutes.Count(route => route == FunctionSources.EveryAddress).ShouldBe(1);
        FunctionSources.HttpRoutes.Where(route => route != FunctionSources.EveryAddress).ShouldHaveSingleItem().ShouldBe(WebhookRegistration.Pattern.TrimStart('/'));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_OfTheProduct_HasItsFunction(string name, string type) => FunctionSources.DurableFunctions.ShouldContain((name, type));

    [Theory]
    [MemberData(nameof(Activities))]
    public void Activity_OfTheProduct_HasItsFunction(string name, string type) => FunctionSources.DurableFunctions.ShouldContain((name, type));

    [Fact]
    public void DurableFunctions_All_RunSomethingOfTheProduct() =>
        FunctionSources.DurableFunctions.Select(function => function.Name).Except(Workflows.Concat(Activities).Select(row => (string)row[0])).ShouldBeEmpty();

    [Fact]
    public void TimerFunctions_EachOne_IsOnThePageOfTheTimers()
    {
        FunctionSources.Timers.ShouldNotBeEmpty();
        FunctionSources.TimerPlans.ShouldBe(FunctionSources.Timers, ignoreOrder: true);
    }

    [Fact]
    public void Functions_Names_AreDifferentAndAllowed()
    {
        FunctionSources.Names.ShouldBeUnique();
        FunctionSources.Names.Where(name => !AllowedName().IsMatch(name)).ShouldBeEmpty();
    }

    /// <summary>The host matches routes in the order of names, without regard to case: a route that fits everything hides all that come later.</summary>
    [Fact]
    public void HttpFunctions_TheOneThatTakesEveryAddress_IsTheLastByName()
    {
        var hidden = FunctionSources.HttpNames.Where(name => StringComparer.OrdinalIgnoreCase.Compare(name, FunctionSources.TakesEveryAddress) > 0);

        hidden.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CreateCheckStatusResponse")]
    [InlineData("CreateHttpManagementPayload")]
    [InlineData("AuthorizationLevel.Function")]
    [InlineData("AuthorizationLevel.Admin")]
    public void Functions_Code_HandsOutNoManagementAddressAndTakesNoKey(string word) => FunctionSources.Text.ShouldNotContain(word);

    private static TheoryData<string, string> Named(Type generic)
    {
        var rows = new TheoryData<string, string>();
        foreach (var type in typeof(Unit).Assembly.GetTypes().Where(type => !type.IsAbstract && IsOf(type, generic)))
        {
            var reference = type.GetField("Reference", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
            rows.Add(reference is WorkflowReference workflow ? workflow.Name : ((ActivityReference)reference!).Name, type.Name);
        }

        return rows;
    }

    private static bool IsOf(Type type, Type generic)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.IsGenericType && above.GetGenericTypeDefinition() == generic)
                return true;
        }

        return false;
    }

    // Source: the Functions host's rule for names of functions.
    [GeneratedRegex("^(?!host$)[a-zA-Z][a-zA-Z0-9_-]{0,126}$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AllowedName();
}
