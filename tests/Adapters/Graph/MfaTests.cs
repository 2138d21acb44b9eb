using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

public class MfaTests
{
    private const string Id = "user.delete-mfa-method";

    [Fact]
    public async Task Kind_OfPhone_DeletesTheAlternateNumberFirstAndNothingElse()
    {
        await using var run = await RemediationRun.Of(Id, kind: "phone");

        await run.Execute();

        run.Tenant.Effects.ShouldBe([$"delete {PaperTenant.AlternateMobile}", $"delete {PaperTenant.Mobile}"]);
        run.Tenant.Methods.Select(method => method.Type).ShouldBe(["passwordAuthenticationMethod", "microsoftAuthenticatorAuthenticationMethod", "fido2AuthenticationMethod"]);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("passwordAuthenticationMethod")]
    [InlineData("")]
    [InlineData("Phone")]
    public async Task Kind_ThatIsNoneOfTheList_IsRefused(string kind)
    {
        await using var run = await RemediationRun.Of(Id, kind: kind);

        run.Captured.Refusal.ShouldNotBeNull().ShouldContain("softwareOath");
    }

    [Fact]
    public async Task Method_RegisteredSinceThePlan_StaysAndDoesNotHinderVerification()
    {
        await using var run = await RemediationRun.Of(Id);
        run.Tenant.Methods.Add(("microsoftAuthenticatorAuthenticationMethod", "auth-new"));

        await run.Execute();

        run.Tenant.Effects.ShouldBe(["delete auth-1"]);
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Verified);
    }

    [Fact]
    public async Task Method_ThatIsTheDefault_IsAFaultThatSaysWhatToDo()
    {
        await using var run = await RemediationRun.Of(Id, tenant => tenant.DefaultMethod = "auth-1");

        var fault = await Should.ThrowAsync<VendorException>(run.Execute);

        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("default method");
        run.Tenant.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Kind_WithoutAnyMethod_IsDoneAlready()
    {
        await using var run = await RemediationRun.Of(Id, kind: "softwareOath");

        run.Captured.Refusal.ShouldBeNull();
        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.AlreadyDone);
        (await run.Execute()).HadEffect.ShouldBeFalse();
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Verified);
    }

    [Fact]
    public async Task Kind_WithMoreMethodsThanAPlanHolds_IsRefused()
    {
        await using var run = await RemediationRun.Of(
            Id, tenant => tenant.Methods.AddRange(Enumerable.Range(0, 30).Select(number => ("fido2AuthenticationMethod", new string('k', 100) + number))), kind: "fido2");

        run.Captured.Refusal.ShouldNotBeNull().ShouldContain("too many");
        run.Captured.Json.Length.ShouldBeLessThan(2048);
    }

    [Theory]
    [InlineData("phone", "UserAuthMethod-Phone.ReadWrite.All")]
    [InlineData("fido2", "UserAuthMethod-Passkey.ReadWrite.All")]
    public async Task Permission_ThatIsMissing_IsTheOneOfTheKind(string kind, string permission)
    {
        await using var run = await RemediationRun.Of(Id, kind: kind);
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(403, "Authorization_RequestDenied"));

        (await Should.ThrowAsync<VendorException>(run.Execute)).Message.ShouldContain(permission);
    }
}
