using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Starting;

/// <summary>Says in one line why a background service ended, and what to change. The program then ends with <see cref="ExitCode.Machine"/>.</summary>
internal static class BackgroundFailure
{
    /// <summary>The failure of a service; null when it runs, or ended because it was asked to.</summary>
    public static StartRefusedException? Of(BackgroundService service) =>
        service.ExecuteTask is { IsFaulted: true, Exception.InnerException: { } fault } ? Of(service.GetType().Name, fault) : null;

    /// <summary>The failure of a service of that name.</summary>
    public static StartRefusedException Of(string service, Exception fault) => StartError.Explain(fault) is { } known
        ? new StartRefusedException(ExitCode.Machine, [.. known.Reasons.Select(reason => $"The background service {service} ended, so the program stops: {reason}")], fault)
        : new StartRefusedException(ExitCode.Machine, [$"The background service {service} ended, so the program stops: {Line(fault)} Start it again; if it happens again, report this line, and restore the data folder (HelpDesk:DataDirectory) from a backup if it names the data."], fault);

    // Type and place of a defect; a message only of errors whose messages are ours.
    private static string Line(Exception fault) => fault is VendorException vendor ? $"{vendor.System}: {vendor.Message}" : $"{ErrorText.Of(fault).Message.ReplaceLineEndings(" ").TrimEnd('.')}.";
}
