using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Open hand-overs of what opens Rita's laptop.</summary>
public static class DeviceSecretScene
{
    /// <summary>Id of the hand-over of a kind.</summary>
    public static string IdOf(SecretKind kind) => $"servicenow-b1-{kind}";

    /// <summary>Opens one of every kind that a device has.</summary>
    public static async Task SeedAsync(PagesHost host)
    {
        var now = host.Time.GetUtcNow();
        foreach (var kind in new[] { SecretKind.LocalAdminPassword, SecretKind.BitLockerKey, SecretKind.DevicePasscode })
        {
            await ApprovedHandOver.OpenAsync(
                host,
                new HandOver
                {
                    HandOverId = IdOf(kind), CaseId = new CaseId(Scene.HandOverCase), StepId = "show", PlanHash = new PlanHash(new string('d', 64)), Kind = kind, DeviceId = new DeviceId(FakeDirectory.Laptop), TargetName = "LON-LT-0421",
                    SubjectId = FakeDirectory.Rita.Id, SubjectName = FakeDirectory.Rita.DisplayName, RequesterId = FakeDirectory.Rita.Id, OpenedAt = now.AddMinutes(-10), ExpiresAt = now.AddHours(8),
                },
                kind switch { SecretKind.LocalAdminPassword => "device.show-local-admin-password", SecretKind.BitLockerKey => "device.show-bitlocker-key", _ => "device.show-passcode" });
        }
    }

    /// <summary>Adds the sources.</summary>
    public static void AddSources(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        foreach (var kind in new[] { SecretKind.LocalAdminPassword, SecretKind.BitLockerKey, SecretKind.DevicePasscode })
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<ISecretSource>(services, new FakeDeviceSecret(kind));
    }
}
