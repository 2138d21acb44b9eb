namespace HelpDesk.Simulator.OpenAI;

/// <summary>One answer that somebody wants to see. Posted to <c>/simulator/openai/next</c>.</summary>
/// <param name="Status">HTTP status. Default 200.</param>
/// <param name="Content">Text of the message; null for none.</param>
/// <param name="Refusal">Refusal of the message; null for none.</param>
/// <param name="Finish">Finish reason. Default <c>stop</c>.</param>
/// <param name="Code">Error code, when the status is one.</param>
/// <param name="Headers">Further headers, such as <c>retry-after-ms</c>.</param>
/// <param name="Body">The whole body instead of one in the service's form.</param>
/// <param name="DelayMilliseconds">How long to wait before answering. Default 0.</param>
public sealed record ScriptedAnswer(
    int Status = 200,
    string? Content = null,
    string? Refusal = null,
    string Finish = "stop",
    string? Code = null,
    Dictionary<string, string>? Headers = null,
    string? Body = null,
    int DelayMilliseconds = 0);
