namespace HelpDesk.Simulator.Faulting;

/// <summary>Lets the faults that are on strike calls to the simulated systems, told apart by the first part of the path.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, Faults faults, FaultAnswers answers, TimeProvider time)
{

    /// <summary>Handles a call.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (SystemOf(context.Request.Path) is not { } system)
        {
            await next(context);
            return;
        }

        var struck = faults.Strike(system, context.Request.Method, context.Request.Path, static kind => kind is not (
            FaultKind.StaleReads or FaultKind.ActionFails or FaultKind.ActionNotSupported or FaultKind.ActionStaysPending
            or FaultKind.StaysNonCompliant or FaultKind.PassNeverUsed or FaultKind.LicenceNotProvisioned or FaultKind.AppNeverInstalls));
        foreach (var fault in struck.Where(fault => fault.Kind == FaultKind.Latency))
            await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), time, context.RequestAborted);

        if (struck.FirstOrDefault(fault => fault.Kind is not (FaultKind.Latency or FaultKind.DropAfter)) is { } first)
        {
            if (first.Kind is FaultKind.DropBefore)
                context.Abort();
            else
                await answers.WriteAsync(context, first, system);
            return;
        }

        if (!struck.Any(fault => fault.Kind == FaultKind.DropAfter))
        {
            await next(context);
            return;
        }

        // The answer is swallowed: the caller cannot know that it was done.
        var answer = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
            context.Abort();
        }
    }

    private static string? SystemOf(PathString path)
    {
        var parts = path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        // A page of the simulator's own has one part only.
        if (parts.Length < 2)
            return null;
        if (Faults.Systems.FirstOrDefault(system => string.Equals(system, parts[0], StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        return parts[0] is "v1.0" or "beta" || FaultAnswers.IsTokenPath(path) ? "graph" : null;
    }
}
