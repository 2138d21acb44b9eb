using HelpDesk.Orchestrations.Approvals;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Tests.Runbooks;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>What is switched off is named everywhere as switched off, with the setting to change.</summary>
public sealed class SwitchedOffTests
{
    private const string Why = "Graph:UseBetaEndpoints is off; set it to true.";
    private const string Mode = "The mode of 'device-stolen' in policy/modes.yaml is off";

    [Theory]
    [InlineData("/runbooks")]
    [InlineData("/runbooks/mass-rotate-bitlocker-keys")]
    [InlineData("/remediations")]
    [InlineData("/remediations/device.rotate-bitlocker-keys")]
    [InlineData("/mass")]
    public async Task Remediation_SwitchedOff_IsShownWithTheSetting(string path)
    {
        await using var host = await PagesHost.StartAsync(change: services => SwitchOff(services, "device.rotate-bitlocker-keys"));
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync(path);

        page.ShouldContain(Why);
        page.ShouldContain("Title of device.rotate-bitlocker-keys", Case.Sensitive, path == "/runbooks" || path == "/mass" ? "only the runbook is named" : null);
    }

    [Theory]
    [InlineData("/cases/" + Scene.ApprovalCase)]
    [InlineData("/approvals/" + Scene.Gate)]
    [InlineData("/runbooks/device-stolen")]
    public async Task Remediation_SwitchedOffAfterItWasPlanned_IsShownWithTheSetting(string path)
    {
        await using var host = await PagesHost.StartAsync(change: services => SwitchOff(services, "device.wipe"));
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync(path);

        page.ShouldContain(Why);
        page.ShouldContain("Title of device.wipe");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/runbooks")]
    [InlineData("/runbooks/device-stolen")]
    [InlineData("/remediations/device.wipe")]
    [InlineData("/cases/" + Scene.ApprovalCase)]
    [InlineData("/approvals")]
    public async Task Runbook_OffByMode_IsShownWithTheFile(string path)
    {
        var policy = Directory.CreateTempSubdirectory("policy-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "policy")))
            File.WriteAllText(Path.Combine(policy, Path.GetFileName(file)), File.ReadAllText(file).Replace("{ id: device-stolen,        mode: auto }", "{ id: device-stolen, mode: off }", StringComparison.Ordinal));
        try
        {
            await using var host = await PagesHost.StartAsync(settings: ("Policy:Directory", policy));
            using var client = await host.SignedInAsync(FakeDirectory.Ada);

            (await client.TextAsync(path)).ShouldContain(Mode);
        }
        finally
        {
            Directory.Delete(policy, recursive: true);
        }
    }

    // As a vendor's registration does it: its description stays, the thing itself is not there.
    private static void SwitchOff(IServiceCollection services, string id)
    {
        var service = services.Single(service => service.ImplementationInstance is FakeRemediation fake && fake.Descriptor.Id == id);
        services.Remove(service);
        services.AddSingleton(new OffRemediation(((FakeRemediation)service.ImplementationInstance!).Descriptor, Why));
    }
}
