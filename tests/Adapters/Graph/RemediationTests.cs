using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Adapters.Tests.Graph.Matrix;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

/// <summary>What holds for every remediation that changes something.</summary>
public class RemediationTests
{
    // Whatever is done on a device, unless it is a secret that an entitled person is shown.
    private static readonly string[] Actions =
        [.. RemediationRows.Descriptors.Where(descriptor => descriptor is { Target: TargetKind.Device, IsHandOver: false }).Select(descriptor => descriptor.Id)];

    private static readonly string[] Changes =
    [
        "user.revoke-sessions", "user.disable-sign-in", "user.enable-sign-in", "user.delete-mfa-method", "user.assign-licence", "user.remove-licence",
        "group.add-member", "group.remove-member",
    ];

    public static TheoryData<string> All => [.. Changes.Concat(Actions)];

    public static TheoryData<string> AllChanges => [.. Changes];

    public static TheoryData<string> AllActions => [.. Actions];

    public static TheoryData<string> Undoable => ["user.disable-sign-in", "user.enable-sign-in", "user.assign-licence", "user.remove-licence", "group.add-member", "group.remove-member"];

    [Theory]
    [MemberData(nameof(AllChanges))]
    public async Task Execute_OnAReadyTarget_HasOneEffectAndIsReadBack(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Captured.Refusal.ShouldBeNull();
        Encoding.UTF8.GetByteCount(run.Captured.Json).ShouldBeLessThan(2048);
        run.Captured.Text.ShouldEndWith(".");
        (await run.Check()).ShouldBe(Precondition.Ready);
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);

        var receipt = await run.Execute();

        receipt.HadEffect.ShouldBeTrue();
        receipt.RequestId.ShouldBe(ScriptedAnswer.RequestId);
        run.Tenant.Effects.Count.ShouldBe(1);
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Verified);
    }

    [Theory]
    [MemberData(nameof(AllActions))]
    public async Task Action_OnADevice_IsPendingUntilTheDeviceReports(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Captured.Refusal.ShouldBeNull();
        (await run.Check()).ShouldBe(Precondition.Ready);

        (await run.Execute()).RequestId.ShouldBe(ScriptedAnswer.RequestId);

        run.Tenant.Effects.Count.ShouldBe(1);
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);
        run.Tenant.Report("active");
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);
        run.Tenant.Report("done");
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Verified);
        foreach (var failure in new[] { "failed", "notSupported", "canceled" })
        {
            run.Tenant.Report(failure);
            (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Failed);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Execute_AgainAfterACallThatBrokeOffWithItsEffect_HasNoSecondEffect(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Tenant.BreakOffAfterWriting = 1;

        var fault = await Should.ThrowAsync<VendorException>(run.Execute);
        var receipt = await run.Execute();

        fault.Code.ShouldBe("unreachable");
        fault.IsRetryable.ShouldBeTrue();
        receipt.HadEffect.ShouldBeTrue();
        run.Tenant.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Execute_WhileThrottledOrDown_SaysSoAndWorksLater(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(429, "TooManyRequests") with { RetryAfter = "7" });
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(429, "TooManyRequests"));
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(503, "serviceUnavailable"));

        var faults = new List<VendorException>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            faults.Add(await Should.ThrowAsync<VendorException>(run.Execute));
            // Nothing leaves before Graph's time is over.
            run.Graph.Time.Advance(TimeSpan.FromSeconds(8));
        }

        faults.ShouldAllBe(fault => fault.IsRetryable);
        faults.Select(fault => fault.RetryAfter).ShouldBe([TimeSpan.FromSeconds(7), null, null]);
        run.Tenant.Effects.ShouldBeEmpty();
        await run.Execute();
        run.Tenant.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Execute_WithoutThePermission_NamesIt(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(403, "Authorization_RequestDenied"));

        var fault = await Should.ThrowAsync<VendorException>(run.Execute);

        fault.IsRetryable.ShouldBeFalse();
        run.Remediation.Descriptor.Permissions.ShouldContain(permission => fault.Message.Contains(permission, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Effect_ThatNeverShows_StaysPending(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Tenant.NeverShow();

        await run.Execute();

        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Target_GoneSinceThePlan_IsRefused(string id)
    {
        await using var run = await RemediationRun.Of(id);
        run.Tenant.IsGone = true;

        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.Refused);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Target_GoneBeforeThePlan_IsRefused(string id)
    {
        await using var run = await RemediationRun.Of(id, tenant => tenant.IsGone = true);

        run.Captured.Refusal.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Target_ChangedTheSameWayBySomebodyElse_IsAlreadyDone(string id)
    {
        await using var run = await RemediationRun.Of(id);
        await run.Execute();

        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.AlreadyDone);
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Verified);
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_AfterExecution_RestoresWhatWasCaptured(string id)
    {
        await using var run = await RemediationRun.Of(id);
        var (user, groups) = (run.Tenant.User.ToJsonString(), run.Tenant.DirectGroups.Order().ToList());
        await run.Execute();

        var receipt = await run.Undo();

        receipt.HadEffect.ShouldBeTrue();
        run.Tenant.User.ToJsonString().ShouldBe(user);
        run.Tenant.DirectGroups.Order().ShouldBe(groups);
        run.Tenant.Effects.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_OfWhatSomebodyUndidAlready_HasNoEffect(string id)
    {
        await using var run = await RemediationRun.Of(id);
        await run.Execute();
        await run.Undo();

        var receipt = await run.Undo();

        receipt.HadEffect.ShouldBeFalse();
        run.Tenant.Effects.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_AgainAfterACallThatBrokeOffWithItsEffect_HasNoSecondEffect(string id)
    {
        await using var run = await RemediationRun.Of(id);
        await run.Execute();
        run.Tenant.BreakOffAfterWriting = 1;

        await Should.ThrowAsync<VendorException>(run.Undo);
        await run.Undo();

        run.Tenant.Effects.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_OfWhatWasSoBeforeThePlan_LeavesItAlone(string id)
    {
        // The opposite is made ready: what the step would do is so already.
        var opposite = id switch { "group.add-member" => "group.remove-member", "group.remove-member" => "group.add-member", "user.assign-licence" => "user.remove-licence", "user.remove-licence" => "user.assign-licence", "user.disable-sign-in" => "user.enable-sign-in", _ => "user.disable-sign-in" };
        await using var run = await RemediationRun.Of(id, tenant =>
        {
            tenant.User["accountEnabled"] = opposite != "user.enable-sign-in";
            tenant.DirectGroups.Clear();
            if (opposite == "group.remove-member")
                tenant.DirectGroups.Add(PaperTenant.Team);
            tenant.User["assignedLicenses"]!.AsArray().Clear();
            if (opposite == "user.remove-licence")
                tenant.User["assignedLicenses"]!.AsArray().Add(new JsonObject { ["skuId"] = PaperTenant.Sku });
        });
        run.Captured.Refusal.ShouldBeNull();
        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.AlreadyDone);

        var executed = await run.Execute();
        var undone = await run.Undo();

        executed.HadEffect.ShouldBeFalse();
        undone.HadEffect.ShouldBeFalse();
        run.Tenant.Effects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("user.revoke-sessions")]
    [InlineData("user.delete-mfa-method")]
    public Task Undo_OfWhatCannotBeTakenBack_SaysSo(string id) => UndoOfNothingAsync(id);

    [Theory]
    [MemberData(nameof(AllActions))]
    public Task Undo_OfAnActionOnADevice_SaysThatThereIsNothingToTakeBack(string id) => UndoOfNothingAsync(id);

    private static async Task UndoOfNothingAsync(string id)
    {
        await using var run = await RemediationRun.Of(id);
        await run.Execute();

        var receipt = await run.Undo();

        receipt.HadEffect.ShouldBeFalse();
        receipt.Summary.ShouldNotBeNullOrWhiteSpace();
        run.Tenant.Effects.Count.ShouldBe(1);
    }
}
