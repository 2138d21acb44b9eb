using System.Net.Sockets;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Starting;

/// <summary>Turns what a start may fail with into plain lines; what it does not know stays an exception with its stack trace.</summary>
internal static class StartError
{
    /// <summary>The refusal that a fault means, or null when the fault is a defect of ours.</summary>
    public static StartRefusedException? Explain(Exception fault) => fault switch
    {
        StartRefusedException known => known,
        OptionsValidationException options => Settings(options.Failures, fault),
        ConfigurationException files => Settings(files.Report.Faults.Select(found => found.ToString()), fault),
        AggregateException several => Several(several),
        InvalidOperationException { InnerException: FormatException or ArgumentException or InvalidOperationException } binding => Settings([binding.Message], fault),
        InvalidOperationException binding when binding.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => Settings([binding.Message], fault),
        EngineStoppedException engine => new StartRefusedException(ExitCode.Machine, [engine.Message], fault),
        VendorException { System: "store" } store => new StartRefusedException(ExitCode.Machine, [store.Message], fault),
        IOException { InnerException: AddressInUseException } port => Port(port),
        IOException io when io.InnerException is SocketException => Port(io),
        SocketException socket => new StartRefusedException(ExitCode.Machine, [socket.Message], fault),
        _ => null,
    };

    private static StartRefusedException? Several(AggregateException fault)
    {
        var explained = fault.Flatten().InnerExceptions.Select(Explain).ToList();
        return explained.Contains(null)
            ? null
            : new StartRefusedException(explained.Max(reason => reason!.ExitCode), [.. explained.SelectMany(reason => reason!.Reasons).Distinct(StringComparer.Ordinal)], fault);
    }

    private static StartRefusedException Settings(IEnumerable<string> lines, Exception cause) =>
        new(ExitCode.Settings, [.. lines.Distinct(StringComparer.Ordinal)], cause);

    private static StartRefusedException Port(IOException fault) => new(
        ExitCode.Machine,
        [$"{fault.Message.TrimEnd('.')}. Stop the program that holds it, or choose another: HelpDesk:Url for the product, HelpDesk:SimulatorUrl for the simulated tenant."],
        fault);
}
