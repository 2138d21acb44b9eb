using System.CommandLine;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk freeze</c> and <c>helpdesk unfreeze</c>: the kill switch from the command line, also while pages, sign-in or the directory are down.</summary>
internal static class FreezeCommand
{
    private const int MinReason = 5, MaxReason = 300;

    /// <summary>Makes one of the two commands.</summary>
    public static Command Create(Option<string[]> settings, bool isOn)
    {
        var reason = new Option<string>("--reason") { Description = $"Why, for the audit log; {MinReason} to {MaxReason} characters.", Required = true };
        var command = isOn
            ? new Command("freeze", "Turn on the kill switch: nothing is changed automatically, starting with the next step of each case.") { reason }
            : new Command("unfreeze", "Turn off the kill switch: runbooks can change accounts and devices again.") { reason };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(settings)!, isOn, parsed.GetValue(reason)!.Trim(), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] overrides, bool isOn, string reason, CancellationToken stop)
    {
        if (reason.Length is < MinReason or > MaxReason || reason.Any(char.IsControl))
            throw new StartRefusedException(ExitCode.Machine, [$"--reason needs {MinReason} to {MaxReason} characters on one line."]);
        await using var services = OfflineServices.ForSwitch(LocalSettings.Read(overrides));
        var killSwitch = services.GetRequiredService<KillSwitch>();
        if (!isOn && await WhyNotOffAsync(services.GetRequiredService<IAuditLog>(), services.GetRequiredService<IDecisionSigner>(), stop) is { } why)
            throw new StartRefusedException(ExitCode.Machine, [why]);
        try
        {
            await killSwitch.SetAsync(isOn, $"operator:{Environment.UserName}", reason, stop);
        }
        catch (AuditDamagedException damage) when (isOn)
        {
            // It is on all the same: a stop does not wait for the log.
            Console.Error.WriteLine($"The audit log has no entry of it: {damage.Message}");
        }

        var state = await killSwitch.StateAsync(stop);
        Console.Out.WriteLine(state.IsOn ? $"The kill switch is on: nothing is changed automatically. Reason: {state.Reason}" : "The kill switch is off: runbooks run when policy allows.");
        return state.IsOn == isOn ? ExitCode.Good : ExitCode.Found;
    }

    // Nobody is signed in here: who may end a stop is who has the key under which it was begun. With another, nothing would be off but this output.
    private static async Task<string?> WhyNotOffAsync(IAuditLog audit, IDecisionSigner signer, CancellationToken stop)
    {
        string? newest = null;
        try
        {
            await foreach (var entry in audit.ReadAsync(KillSwitch.AuditChain, stop))
                newest = entry.Event.Facts.GetValueOrDefault(AuditSeals.KeyFact) ?? newest;
        }
        catch (AuditDamagedException damage)
        {
            return $"The kill switch stays as it is: {damage.Message}";
        }

        return newest is null || newest == signer.KeyId ? null
            : "The kill switch was moved last under another key than that of DecisionKey:Path, so that the running program would not believe this command. Use its key, or a page of an operator.";
    }
}
