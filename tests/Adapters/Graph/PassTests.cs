using System.Text.Json;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

public class PassTests
{
    private const string Id = "user.grant-temporary-pass";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Mint_ForAUser_GivesAOneTimePassOfThatLifetime()
    {
        await using var run = await RemediationRun.Of(Id);

        var pass = await Mint(run);

        pass.Parts.ShouldHaveSingleItem().Secret.ShouldBe(PaperTenant.Secret);
        pass.ExpiresAt.ShouldBe(run.Graph.Time.GetUtcNow() + Hour);
        pass.RequestId.ShouldBe(ScriptedAnswer.RequestId);
        run.Tenant.Passes[0]["lifetimeInMinutes"]!.GetValue<int>().ShouldBe(60);
    }

    [Fact]
    public async Task Pass_OnceMade_IsInNoLogTextOrJson()
    {
        await using var run = await RemediationRun.Of(Id);

        var pass = await Mint(run);

        run.Graph.Log.All.ShouldContain("make a temporary access pass");
        run.Graph.Log.All.ShouldNotContain(PaperTenant.Secret);
        pass.ToString().ShouldNotContain(PaperTenant.Secret);
        JsonSerializer.Serialize(pass).ShouldNotContain(PaperTenant.Secret);
    }

    [Fact]
    public async Task Pass_InAnAnswerThatCannotBeRead_IsInNoExceptionOrLog()
    {
        await using var run = await RemediationRun.Of(Id);
        run.Tenant.InsteadOfWriting.Enqueue(new ScriptedAnswer(201, $$"""{"id":"p","temporaryAccessPass":"{{PaperTenant.Secret}}","lifetimeInMinutes": }"""));

        var fault = await Should.ThrowAsync<VendorException>(() => Mint(run));

        fault.ToString().ShouldNotContain(PaperTenant.Secret);
        fault.InnerException.ShouldBeNull();
        run.Graph.Log.All.ShouldNotContain(PaperTenant.Secret);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, false)]
    [InlineData(500, false)]
    public async Task Fault_OfTheMint_IsRetryableOnlyWhenNoPassCanHaveBeenMade(int status, bool isRetryable)
    {
        await using var run = await RemediationRun.Of(Id);
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(status, "code"));

        (await Should.ThrowAsync<VendorException>(() => Mint(run))).IsRetryable.ShouldBe(isRetryable);
    }

    [Fact]
    public async Task Mint_ThatBrokeOffWithItsEffect_IsNotRetryableAndCanBeWithdrawn()
    {
        await using var run = await RemediationRun.Of(Id);
        var since = run.Graph.Time.GetUtcNow();
        run.Tenant.BreakOffAfterWriting = 1;

        (await Should.ThrowAsync<VendorException>(() => Mint(run))).IsRetryable.ShouldBeFalse();

        run.Tenant.Passes.Count.ShouldBe(1);
        (await run.Graph.Source(SecretKind.TemporaryPass).WithdrawSinceAsync(Of(Hour), since, CancellationToken.None)).ShouldBe(1);
        run.Tenant.Passes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawal_OfPassesSince_LeavesAnOlderOne()
    {
        await using var run = await RemediationRun.Of(Id);
        await Mint(run);

        (await run.Graph.Source(SecretKind.TemporaryPass).WithdrawSinceAsync(Of(Hour), run.Graph.Time.GetUtcNow().AddHours(1), CancellationToken.None)).ShouldBe(0);
        run.Tenant.Passes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Withdrawal_OfAPassThatIsGone_IsNoFault()
    {
        await using var run = await RemediationRun.Of(Id);
        var since = run.Graph.Time.GetUtcNow();
        await Mint(run);
        var mint = run.Graph.Source(SecretKind.TemporaryPass);

        (await mint.WithdrawSinceAsync(Of(Hour), since, CancellationToken.None)).ShouldBe(1);
        (await mint.WithdrawSinceAsync(Of(Hour), since, CancellationToken.None)).ShouldBe(0);

        run.Tenant.Passes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(43201)]
    public async Task Lifetime_OutsideWhatEntraKnows_IsNotAskedFor(int minutes)
    {
        await using var run = await RemediationRun.Of(Id);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => run.Graph.Source(SecretKind.TemporaryPass).GetAsync(Of(TimeSpan.FromMinutes(minutes)), CancellationToken.None));

        run.Tenant.Effects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "authentication methods policy")]
    [InlineData(403, "UserAuthMethod-TAP.ReadWrite.All")]
    public async Task Refusal_OfTheMint_NamesWhatToChange(int status, string words)
    {
        await using var run = await RemediationRun.Of(Id);
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(status, "Authorization_RequestDenied"));

        (await Should.ThrowAsync<VendorException>(() => Mint(run))).Message.ShouldContain(words);
    }

    [Fact]
    public async Task Execute_OfTheHandOver_MakesNoPass()
    {
        await using var run = await RemediationRun.Of(Id);
        (await run.Check()).ShouldBe(Precondition.Ready);

        (await run.Execute()).HadEffect.ShouldBeFalse();

        run.Tenant.Effects.ShouldBeEmpty();
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }

    [Fact]
    public async Task Verify_AfterThePassWasShown_IsVerifiedAlsoOnceItIsUsed()
    {
        await using var run = await RemediationRun.Of(Id);
        await Mint(run);

        var fresh = await run.Verify();
        run.Tenant.Passes[0]["isUsable"] = false;
        run.Tenant.Passes[0]["methodUsabilityReason"] = "OneTimeUsed";
        var used = await run.Verify();

        fresh.Outcome.ShouldBe(ReadBackOutcome.Verified);
        used.Outcome.ShouldBe(ReadBackOutcome.Verified);
        (fresh.Evidence + used.Evidence).ShouldNotContain(PaperTenant.Secret);
    }

    [Fact]
    public async Task Verify_WithOnlyAnOlderPass_IsPending()
    {
        await using var run = await RemediationRun.Of(Id);
        await Mint(run);
        await run.CaptureAsync();

        run.Captured.Text.ShouldContain("replaces");
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);
        (await run.Undo()).HadEffect.ShouldBeFalse();
        run.Tenant.Passes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Undo_OfAPassThatWasShown_DeletesIt()
    {
        await using var run = await RemediationRun.Of(Id);
        await Mint(run);

        (await run.Undo()).HadEffect.ShouldBeTrue();

        run.Tenant.Passes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_OfABlockedAccount_IsRefusedOnlyWhenItRuns()
    {
        await using var run = await RemediationRun.Of(Id, tenant => tenant.User["accountEnabled"] = false);

        run.Captured.Refusal.ShouldBeNull();
        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.Refused);
    }

    private static Task<HandedSecret> Mint(RemediationRun run) => run.Graph.Source(SecretKind.TemporaryPass).GetAsync(Of(Hour), CancellationToken.None);

    private static SecretRequest Of(TimeSpan lifetime) => new(new TargetId(PaperTenant.Anna), new PersonId(PaperTenant.Anna), lifetime);
}
