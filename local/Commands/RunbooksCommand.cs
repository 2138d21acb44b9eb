using System.CommandLine;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Web.Layout;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk runbooks</c>: all errors of all intent, runbook and policy files, and what is switched off, without starting anything.</summary>
internal static class RunbooksCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var directory = new Option<bool>("--directory") { Description = "Also ask the real directory (Graph:*) whether every approver group exists and has enough people." };
        var check = new Command("check", "Check all intents, runbooks and policy files; every error is listed with file and line. Ends with 1 when there is one.") { directory };
        check.SetAction((parsed, stop) => CheckAsync(parsed.GetValue(settings)!, parsed.GetValue(directory), stop));
        var list = new Command("list", "List the runbooks: how far each may go, and what of it is switched off here, with the setting to change.");
        list.SetAction(parsed => ListAsync(parsed.GetValue(settings)!));
        return new Command("runbooks", "Intents, runbooks and policy: what a ticket can be about, what is done, and who must approve.") { check, list };
    }

    private static async Task<int> CheckAsync(string[] overrides, bool asksDirectory, CancellationToken stop)
    {
        await using var services = OfflineServices.ForFiles(LocalSettings.Read(overrides));
        var options = new RulebookOptions();
        foreach (var configure in services.GetServices<IConfigureOptions<RulebookOptions>>())
            configure.Configure(options);
        var report = new ConfigurationReport();
        var rulebook = services.GetRequiredService<RulebookLoader>().Load(options, report);
        if (rulebook is not null && asksDirectory)
            await AskDirectoryAsync(services, rulebook, report, stop);
        if (rulebook is null || !report.IsClean)
        {
            foreach (var fault in report.Faults)
                Console.Out.WriteLine(fault);
            Console.Out.WriteLine($"{report.Faults.Count} error(s).");
            return ExitCode.Found;
        }

        Console.Out.WriteLine($"No errors: {rulebook.Intents.All.Count} intents in {options.IntentsDirectory}, {rulebook.Runbooks.All.Count} runbooks in {options.RunbooksDirectory}, policy in {options.PolicyDirectory}.");
        if (options.OwnDirectory is { } own)
            Console.Out.WriteLine($"Files in {own} replaced those of the same name or were added.");
        foreach (var off in services.GetRequiredService<RemediationCatalogue>().Off)
            Console.Out.WriteLine($"Switched off: {off.About.Title} ({off.Id}). {off.Why}");
        return ExitCode.Good;
    }

    private static async Task<int> ListAsync(string[] overrides)
    {
        await using var services = OfflineServices.ForFiles(LocalSettings.Read(overrides));
        var view = services.GetRequiredService<CatalogueView>();
        var policy = services.GetRequiredService<PolicySet>();
        var table = new Table().Border(TableBorder.Simple).AddColumns("Runbook", "Title", "Mode", "Switched off");
        var runbooks = services.GetRequiredService<RunbookLibrary>().All;
        foreach (var runbook in runbooks)
        {
            var off = view.RunbookOff(runbook.Id);
            table.AddRow(
                Markup.Escape(runbook.Id), Markup.Escape(runbook.Title), Labels.Of(policy.Modes.For(runbook.Id).Mode).Text,
                Markup.Escape(off is null ? "" : $"{(off.IsWhole ? "All of it" : "In part")}. {off.Why}"));
        }

        var console = WideConsole.Create();
        console.Write(table);
        console.WriteLine($"{runbooks.Count} runbook(s).");
        return ExitCode.Good;
    }

    private static async Task AskDirectoryAsync(ServiceProvider services, Rulebook rulebook, ConfigurationReport report, CancellationToken stop)
    {
        try
        {
            await new ApproverPeople(services.GetRequiredService<IDirectory>(), rulebook.Policy).CheckAsync(report, stop);
        }
        catch (VendorException fault)
        {
            throw new StartRefusedException(ExitCode.Machine, [$"The directory could not be asked: {fault.Message}"]);
        }
    }
}
