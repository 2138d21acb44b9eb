using OpenTelemetry;
using OpenTelemetry.Logs;

namespace HelpDesk.Adapters.OpenTelemetry;

/// <summary>
/// Takes exceptions out of log records: their messages may quote what a requester wrote or an address with its signature. What
/// happened is in the record's own text, which the product writes out of ids and outcomes; of the exception its type stays.
/// </summary>
internal sealed class LogCleaner : BaseProcessor<LogRecord>
{
    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } fault)
            return;
        data.Exception = null;
        data.Attributes = [.. data.Attributes ?? [], new KeyValuePair<string, object?>("exception.type", fault.GetType().FullName)];
    }
}
