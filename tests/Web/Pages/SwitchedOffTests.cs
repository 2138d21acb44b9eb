using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Tests.Runbooks;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>What is switched off is named everywhere as switched off, with the setting to change.</summary>
public sealed partial class SwitchedOffTests
{
    private const string Why = "Graph:UseBetaEndpoints is off; set it to true.";
    private const string Mode = "The mode of 'device-stolen' in policy/modes.yaml is off";

    [Theory]
    [InlineData("/runbooks")]
    [InlineData("/runbooks/bulk-rotate-bitlocker-keys")]
    [InlineData("/remediations")]
    [InlineData("/remediations/device.rotate-bitlocker-keys")]
    [InlineData("/bulk")]
    public async Task Remediation_SwitchedOff_IsShownWithTheSetting(string path)
    {
        await using var host = await PagesHost.StartAsync(change: services => SwitchOff(services, "device.rotate-bitlocker-keys"));
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync(path)).ShouldContain(Why);
    }

    [Theory]
    [InlineData("/cases/" + Scene.ApprovalCase)]
    [InlineData("/approvals/" + Scene.Gate)]
    [InlineData("/runbooks/device-stolen")]
    public async Task Remediation_SwitchedOffAfterItWasPlanned_IsShownWithTheSetting(string path)
    {
        using var runbooks = new ChangedFiles("runbooks", text => Wipe().Replace(text, "${step}, optional: yes }"));
        await using var host = await PagesHost.StartAsync(change: services => SwitchOff(services, "device.wipe"), settings: ("Runbooks:Directory", runbooks.Path));
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
        using var policy = new ChangedFiles("policy", text => text.Replace("{ id: device-stolen,        mode: auto }", "{ id: device-stolen, mode: off }", StringComparison.Ordinal));
        await using var host = await PagesHost.StartAsync(settings: ("Policy:Directory", policy.Path));
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await client.TextAsync(path)).ShouldContain(Mode);
    }

    // As a vendor's registration does it: its description stays, the thing itself is not there.
    private static void SwitchOff(IServiceCollection services, string id)
    {
        var service = services.Single(service => service.ImplementationInstance is FakeRemediation fake && fake.Descriptor.Id == id);
        services.Remove(service);
        services.AddSingleton(new OffRemediation(((FakeRemediation)service.ImplementationInstance!).Descriptor, Why));
    }

    // Only an optional step may name what is switched off.
    [GeneratedRegex("(?<step>do: device\\.wipe,.*) }", RegexOptions.None, 60_000)]
    private static partial Regex Wipe();

    /// <summary>The shipped files of a folder with a change, for as long as a test runs.</summary>
    private sealed class ChangedFiles : IDisposable
    {
        public ChangedFiles(string folder, Func<string, string> change)
        {
            var changed = 0;
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, folder)))
            {
                var before = File.ReadAllText(file);
                var after = change(before);
                changed += after == before ? 0 : 1;
                File.WriteAllText(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), after);
            }

            changed.ShouldBeGreaterThan(0);
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("changed-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
