using Azure.Core;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Matrix;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Rulebook;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Graph;

public class CatalogueTests
{
    private static readonly string[] ErasingCalls = ["/wipe", "/cleanWindowsDevice"];
    private static readonly ServiceProvider Services = Build();
    private static readonly RemediationCatalogue Catalogue = Services.GetRequiredService<RemediationCatalogue>();

    public static TheoryData<string> Rows => RemediationRows.Names;

    [Fact]
    public void ShippedRunbooks_WithTheRealCatalogue_AreWithoutFault()
    {
        var report = new ConfigurationReport();
        var options = new RulebookOptions
        {
            RunbooksDirectory = Path.Combine(AppContext.BaseDirectory, "runbooks"),
            PolicyDirectory = Path.Combine(AppContext.BaseDirectory, "policy"),
        };

        var rulebook = Services.GetRequiredService<RulebookLoader>().Load(options, report);

        report.ToString().ShouldBe(new ConfigurationReport().ToString());
        rulebook.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("user.grant-temporary-pass", Impact.High, Reversibility.Undoable, "UserAuthMethod-TAP.ReadWrite.All")]
    [InlineData("device.show-local-admin-password", Impact.High, Reversibility.Irreversible, "DeviceLocalCredential.Read.All")]
    [InlineData("device.show-bitlocker-key", Impact.High, Reversibility.Irreversible, "BitlockerKey.Read.All")]
    [InlineData("device.show-passcode", Impact.High, Reversibility.Irreversible, "DeviceManagementManagedDevices.Read.All")]
    public void Descriptor_OfWhatIsHandedOver_SaysWhatPolicyRestsOn(string id, Impact impact, Reversibility reversibility, string permission)
    {
        var descriptor = Catalogue.Get(id).Descriptor;

        descriptor.Impact.ShouldBe(impact);
        descriptor.Reversibility.ShouldBe(reversibility);
        descriptor.Permissions.ShouldContain(permission);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Descriptor_OfEveryRow_SaysWhatPolicyRestsOn(string row)
    {
        var expected = RemediationRows.Get(row).Expected;
        var descriptor = Catalogue.Get(RemediationRows.Get(row).Id).Descriptor;

        (descriptor.Impact, descriptor.Reversibility).ShouldBe((expected.Impact, expected.Reversibility));
        descriptor.Permissions.ShouldContain(expected.Permission);
    }

    [Fact]
    public void Descriptors_OfAll_SayWhatAnApproverReads()
    {
        Catalogue.Descriptors.Count.ShouldBeGreaterThan(28);
        foreach (var descriptor in Catalogue.Descriptors)
        {
            descriptor.Title.Length.ShouldBeInRange(5, 40, descriptor.Id);
            descriptor.Effect.Length.ShouldBeInRange(20, 140, descriptor.Id);
            descriptor.Undo.Length.ShouldBeInRange(15, 140, descriptor.Id);
            descriptor.VerifyEvery.ShouldBeLessThan(descriptor.VerifyFor, descriptor.Id);
            descriptor.Permissions.ShouldNotBeEmpty(descriptor.Id);
        }
    }

    [Fact]
    public void Credentials_OfDevices_AreTouchedByTheirCodeAndTheirSecretsOnly() =>
        Catalogue.Descriptors.Where(descriptor => descriptor is { TouchesCredentials: true, Target: TargetKind.Device }).Select(descriptor => descriptor.Id)
            .ShouldBe(["device.reset-passcode", "device.show-bitlocker-key", "device.show-local-admin-password", "device.show-passcode"]);

    [Fact]
    public void RoleCeilings_OfAll_AreKnownAndLetNoRoleNearASignInOrASecret()
    {
        foreach (var descriptor in RemediationRows.Descriptors)
        {
            descriptor.RoleCeiling.ShouldBeOneOf([RoleCeiling.NoDirectoryRole, RoleCeiling.NotPrivileged], descriptor.Id);
            if (descriptor is { TouchesCredentials: true } or { IsHandOver: true } or { ErasesDevice: true } or { NeedsApproval: true }
                || (descriptor is { Impact: Impact.High } && descriptor.Id != "device.disable-lost-mode")
                || (descriptor.Target == TargetKind.User && descriptor.Id != "user.tell-manager"))
                descriptor.RoleCeiling.ShouldBe(RoleCeiling.NoDirectoryRole, descriptor.Id);
        }
    }

    [Fact]
    public void Privacy_OfAPlace_AlwaysNeedsApproval() =>
        Catalogue.Descriptors.Where(descriptor => descriptor.NeedsApproval).Select(descriptor => descriptor.Id).ShouldContain("device.locate");

    [Fact]
    public void BetaRemediations_UnlessSwitchedOn_AreNotInTheCatalogue()
    {
        Catalogue.Descriptors.ShouldAllBe(descriptor => !descriptor.IsBeta);
        Catalogue.FindOff("device.rotate-bitlocker-keys").ShouldNotBeNull().Why.ShouldContain("Graph:UseBetaEndpoints");

        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Graph:UseBetaEndpoints"] = "true" }).Build();
        using var services = new ServiceCollection().AddLogging().AddGraph(settings).AddManagerNotification().BuildServiceProvider();
        var catalogue = services.GetRequiredService<RemediationCatalogue>();

        catalogue.Descriptors.Where(descriptor => descriptor.IsBeta).Select(descriptor => descriptor.Id).ShouldBe(["device.rotate-bitlocker-keys", "device.rotate-local-admin-password"]);
        catalogue.Descriptors.Where(descriptor => descriptor.IsBeta).ShouldAllBe(descriptor => descriptor.Title.Contains("beta") && descriptor.Effect.Contains("beta"));
        catalogue.FindOff("device.rotate-bitlocker-keys").ShouldBeNull();
        catalogue.Get("device.show-local-admin-password").Descriptor.Reversibility.ShouldBe(Reversibility.Undoable);
    }

    [Fact]
    public void Credentials_OnlyPasswordFactorAndPass_TouchThem() =>
        Catalogue.Descriptors.Where(descriptor => descriptor is { TouchesCredentials: true, Target: TargetKind.User }).Select(descriptor => descriptor.Id)
            .ShouldBe(["user.delete-mfa-method", "user.force-password-change", "user.grant-temporary-pass"]);

    [Fact]
    public void DevicesThatAreErased_ByTheCallThatDoesIt_AreSaidSo() =>
        Catalogue.Descriptors.Where(descriptor => descriptor.ErasesDevice).Select(descriptor => descriptor.Id).ShouldBe(
            Catalogue.Descriptors
                .Where(descriptor => descriptor.Target == TargetKind.Device && ErasingCalls.Any(call => descriptor.Execution.Contains(call, StringComparison.OrdinalIgnoreCase)))
                .Select(descriptor => descriptor.Id));

    [Fact]
    public void Containment_OfADanger_StaysWhenALaterStepFails() =>
        Catalogue.Descriptors.Where(descriptor => descriptor.IsContainment).Select(descriptor => descriptor.Id)
            .ShouldBe(["device.remote-lock", "guest.disable", "user.confirm-compromised", "user.disable-sign-in", "user.revoke-sessions"]);

    [Fact]
    public void Credential_OfGraph_IsNobodyElses()
    {
        Services.GetRequiredService<IDirectory>().ShouldNotBeNull();

        Services.GetService<TokenCredential>().ShouldBeNull();
    }

    private static ServiceProvider Build()
    {
        var settings = new ConfigurationBuilder().Build();
        return new ServiceCollection().AddLogging().AddGraph(settings).AddManagerNotification().AddRulebook(settings).BuildServiceProvider();
    }
}
