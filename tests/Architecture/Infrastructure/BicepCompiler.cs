using System.Diagnostics;
using System.Reflection;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>Runs the Bicep compiler of the package that this project downloads.</summary>
internal static class BicepCompiler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Lazy<string> Program = new(Find);

    /// <summary>Runs one command on files of <c>infra-bicep/</c>; what a deployment must be told is in the environment.</summary>
    /// <returns>What it wrote, and what it complained about (empty when it had nothing to say).</returns>
    public static async Task<(string Output, string Complaints)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program.Value, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Folder, "infra-bicep"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AZURE_ENV_NAME"] = "test",
                ["AZURE_LOCATION"] = "westeurope",
                ["HELPDESK_SIGN_IN_CLIENT_ID"] = "6c0b8c51-3a5b-4a58-9b0e-2f6f1d1c7a10",
                // The same messages everywhere, and no need of the culture library.
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program.Value} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException stopped)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"bicep {string.Join(' ', arguments)} took longer than {Patience}.", stopped);
        }

        var said = await complaints;
        return (await output, process.ExitCode == 0 || said.Length > 0 ? said.Trim() : $"bicep ended with {process.ExitCode}.");
    }

    private static string Find()
    {
        var folder = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "BicepTools").Value!;
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");
        // NuGet unpacks no executable bit.
        if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute))
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        return program;
    }
}
