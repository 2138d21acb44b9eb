using System.Diagnostics;

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// How an exception is written in a history. Messages of <see cref="VendorException"/> and <see cref="StepFailedException"/> are
/// written for it; any other message may quote what it choked on (ticket text, a token), so only its type and place are kept.
/// Both engines use it, so that a failure reads the same on either.
/// </summary>
public static class ErrorText
{
    private const string ContainerSource = "Microsoft.Extensions.DependencyInjection";

    /// <summary>What is kept of an exception that left an activity or a workflow.</summary>
    public static StepFailure Of(Exception fault) => fault switch
    {
        VendorException vendor => new(vendor.Code, $"{vendor.System}: {vendor.Message}", vendor.IsRetryable),
        StepFailedException step => new(step.Code, $"{step.Step}: {step.Message}", step.IsRetryable),
        _ => new(fault.GetType().Name, Place(fault), false),
    };

    private static string Place(Exception fault)
    {
        var type = fault.GetType().Name;
        // The container's messages name types and nothing else, and without them a missing registration cannot be found.
        if (fault.Source?.StartsWith(ContainerSource, StringComparison.Ordinal) == true)
            return $"{type}: {fault.Message}";
        var frames = new StackTrace(fault, fNeedFileInfo: false).GetFrames();
        var own = frames.FirstOrDefault(f => NameOf(f)?.StartsWith("HelpDesk.", StringComparison.Ordinal) == true) ?? frames.FirstOrDefault();
        return own is null ? type : $"{type} in {NameOf(own)}";
    }

    private static string? NameOf(StackFrame frame)
    {
        var method = DiagnosticMethodInfo.Create(frame);
        return method is null ? null : $"{method.DeclaringTypeName}.{method.Name}";
    }
}
