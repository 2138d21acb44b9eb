using System.Text.Json.Nodes;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

/// <summary>What a remediation does not do, when the plan is made and again right before it runs.</summary>
public class RefusalTests
{
    public static TheoryData<string, string, string> Reasons => new()
    {
        { "group.add-member", "dynamic", "rule" },
        { "group.remove-member", "dynamic", "rule" },
        { "group.add-member", "role-assignable", "admin roles" },
        { "group.add-member", "synced-group", "on premises" },
        { "group.add-member", "mail-list", "Exchange" },
        { "group.add-member", "restricted-unit", "restricted" },
        { "group.remove-member", "nested", "another group" },
        { "user.disable-sign-in", "synced-user", "Active Directory" },
        { "user.enable-sign-in", "synced-user", "Active Directory" },
        { "user.revoke-sessions", "guest", "guest" },
        { "user.delete-mfa-method", "guest", "guest" },
        { "user.grant-temporary-pass", "guest", "guest" },
        { "user.assign-licence", "no-location", "usage location" },
        { "user.assign-licence", "no-seat", "seat" },
        { "user.assign-licence", "unknown-licence", "policy/access.yaml" },
        { "user.remove-licence", "licence-by-group", "through a group" },
        { "device.wipe", "personal-device", "does not own" },
        { "device.wipe", "unknown-owner", "does not own" },
        { "device.remote-lock", "windows", "cannot be locked" },
        { "device.restart", "android", "cannot be restarted" },
        { "device.sync", "no-user", "primary user" },
        { "device.retire", "no-user", "primary user" },
        { "device.wipe-keep-enrolment", "personal-device", "does not own" },
        { "device.wipe-keep-data", "personal-device", "does not own" },
        { "device.wipe-keep-data", "android", "keep a part" },
        { "device.fresh-start", "personal-device", "does not own" },
        { "device.fresh-start-keep-data", "personal-device", "does not own" },
        { "device.fresh-start", "android", "started afresh" },
        { "device.reset-passcode", "personal-device", "does not own" },
        { "device.reset-passcode", "windows", "no code" },
        { "device.locate", "personal-device", "does not own" },
        { "device.locate", "unsupervised", "cannot be located" },
        { "device.disable-lost-mode", "unsupervised", "lost mode" },
        { "device.bypass-activation-lock", "unsupervised", "activation lock" },
        { "device.bypass-activation-lock", "personal-device", "does not own" },
        { "device.shut-down", "windows", "cannot be switched off" },
        { "device.defender-quick-scan", "android", "Defender" },
        { "device.defender-full-scan", "android", "Defender" },
        { "device.defender-signatures", "android", "Defender" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Plan_OnATargetThatIsNotOurs_IsRefusedWithTheReason(string id, string reason, string words)
    {
        await using var run = await RemediationRun.Of(id, tenant => Make(tenant, reason));

        run.Captured.Refusal.ShouldNotBeNull().ShouldContain(words, Case.Insensitive);
        run.Tenant.Effects.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Check_OnATargetThatIsNoLongerOurs_IsRefusedWithTheReason(string id, string reason, string words)
    {
        await using var run = await RemediationRun.Of(id);
        run.Captured.Refusal.ShouldBeNull();
        Make(run.Tenant, reason);

        var precondition = await run.Check();

        precondition.Outcome.ShouldBe(PreconditionOutcome.Refused);
        if (!id.StartsWith("device.", StringComparison.Ordinal) || reason is "windows" or "android" or "unsupervised")
            precondition.Reason.ShouldNotBeNull().ShouldContain(words, Case.Insensitive);
    }

    [Fact]
    public async Task Membership_OfAMicrosoft365Group_IsOurs()
    {
        await using var run = await RemediationRun.Of("group.add-member", tenant =>
        {
            tenant.Group["mailEnabled"] = true;
            tenant.Group["groupTypes"] = new JsonArray("Unified");
        });

        run.Captured.Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("userId", "10000000-0000-4000-8000-000000000099")]
    [InlineData("serialNumber", "S2")]
    [InlineData("managedDeviceOwnerType", "personal")]
    public async Task Device_ThatIsAnotherThanApproved_IsRefused(string property, string value)
    {
        await using var run = await RemediationRun.Of("device.retire");
        run.Tenant.Device[property] = value;

        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.Refused);
    }

    [Theory]
    [InlineData("user.disable-sign-in")]
    [InlineData("group.add-member")]
    public async Task Target_ChangedTheOtherWaySinceThePlan_IsRefused(string id)
    {
        await using var run = await RemediationRun.Of(id, tenant =>
        {
            tenant.User["accountEnabled"] = false;
            tenant.DirectGroups.Add(PaperTenant.Team);
        });
        run.Tenant.User["accountEnabled"] = true;
        run.Tenant.DirectGroups.Clear();

        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.Refused);
    }

    [Fact]
    public async Task Action_SomebodyElseAskedForAlready_IsNotAskedForTwice()
    {
        await using var run = await RemediationRun.Of("device.retire");
        run.Tenant.Device["deviceActionResults"]!.AsArray().Add(new JsonObject
        {
            ["actionName"] = "removeCompanyData", ["actionState"] = "pending", ["startDateTime"] = "2024-01-01T00:00:00Z",
        });

        (await run.Check()).Outcome.ShouldBe(PreconditionOutcome.AlreadyDone);
    }

    [Theory]
    [InlineData("device.wipe", "factoryReset")]
    [InlineData("device.wipe-keep-data", "factoryReset")]
    [InlineData("device.fresh-start", "cleanWindowsDevice")]
    public async Task Reset_OfWhichIntuneDoesNotSayWhatItKeeps_IsNoneOfOursWhenSomebodyElseAsked(string id, string name)
    {
        await using var run = await RemediationRun.Of(id);
        run.Tenant.Device["deviceActionResults"]!.AsArray().Add(new JsonObject { ["actionName"] = name, ["actionState"] = "pending", ["startDateTime"] = "2024-01-01T00:00:00Z" });

        var precondition = await run.Check();

        precondition.Outcome.ShouldBe(PreconditionOutcome.Refused);
        precondition.Reason.ShouldNotBeNull().ShouldContain("under way");
    }

    [Fact]
    public async Task Action_DoneLongAgo_IsAskedForAgain()
    {
        await using var run = await RemediationRun.Of("device.sync", tenant => tenant.Device["deviceActionResults"]!.AsArray().Add(new JsonObject
        {
            ["actionName"] = "syncDevice", ["actionState"] = "done", ["startDateTime"] = "2024-01-01T00:00:00Z",
        }));

        (await run.Check()).ShouldBe(Precondition.Ready);
        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }

    [Fact]
    public async Task Wipe_IssuedAndNotListedYet_IsNotIssuedTwice()
    {
        await using var run = await RemediationRun.Of("device.wipe");
        run.Tenant.Device["managementState"] = "wipePending";

        await run.Execute();

        run.Tenant.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wipe_OfADeviceThatThenLeftIntune_IsVerified()
    {
        await using var run = await RemediationRun.Of("device.wipe");
        await run.Execute();
        run.Tenant.IsGone = true;

        (await run.Verify()).Outcome.ShouldBe(ReadBackOutcome.Verified);
    }

    [Fact]
    public async Task Licence_WhoseLastSeatWentDuringTheCall_IsRefusedByNameOfTheCause()
    {
        await using var run = await RemediationRun.Of("user.assign-licence");
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(400, "Request_BadRequest", "Subscription with SKU does not have any available licenses."));

        var fault = await Should.ThrowAsync<VendorException>(run.Execute);

        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("seat");
    }

    [Fact]
    public async Task Member_AddedWhileWeLooked_IsReadAsDone()
    {
        await using var run = await RemediationRun.Of("group.add-member");
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(400, "Request_BadRequest", "One or more added object references already exist for the following modified properties: 'members'."));

        await run.Execute();

        run.Tenant.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Member_RefusedForAnotherCause_IsAFault()
    {
        await using var run = await RemediationRun.Of("group.add-member");
        run.Tenant.InsteadOfWriting.Enqueue(ScriptedAnswer.Error(400, "Request_BadRequest", "Cannot Update a mail-enabled security groups and or distribution list."));

        (await Should.ThrowAsync<VendorException>(run.Execute)).IsRetryable.ShouldBeFalse();
    }

    private static void Make(PaperTenant tenant, string reason)
    {
        switch (reason)
        {
            case "dynamic": tenant.Group["groupTypes"] = new JsonArray("DynamicMembership"); break;
            case "role-assignable": tenant.Group["isAssignableToRole"] = true; break;
            case "synced-group": tenant.Group["onPremisesSyncEnabled"] = true; break;
            case "mail-list": tenant.Group["mailEnabled"] = true; break;
            case "restricted-unit": tenant.Group["isManagementRestricted"] = true; break;
            case "nested":
                tenant.DirectGroups.Remove(PaperTenant.Team);
                tenant.NestedGroups.Add(PaperTenant.Team);
                break;
            case "synced-user": tenant.User["onPremisesSyncEnabled"] = true; break;
            case "guest": tenant.User["userType"] = "Guest"; break;
            case "no-location": tenant.User["usageLocation"] = null; break;
            case "no-seat": tenant.Stock["consumedUnits"] = 2; break;
            case "unknown-licence": tenant.Stock["skuId"] = Guid.Empty.ToString(); break;
            case "licence-by-group": tenant.User["licenseAssignmentStates"]!.AsArray().Add(new JsonObject { ["skuId"] = PaperTenant.Sku, ["assignedByGroup"] = PaperTenant.Team }); break;
            case "personal-device": tenant.Device["managedDeviceOwnerType"] = "personal"; break;
            case "unknown-owner": tenant.Device["managedDeviceOwnerType"] = "unknown"; break;
            case "windows": tenant.Device["operatingSystem"] = "Windows"; break;
            case "no-user": tenant.Device["userId"] = ""; break;
            case "unsupervised": tenant.Device["isSupervised"] = false; break;
            case "android": tenant.Device["operatingSystem"] = "Android"; break;
            default: throw new ArgumentOutOfRangeException(nameof(reason), reason, null);
        }
    }
}
