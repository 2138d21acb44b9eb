using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>The scripts beside the deployment, run with stand-ins for az, azd and curl that write down how they were called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hooks");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task BeforeProvision_NewSubscription_RegistersProvidersAndTheSignInOnce()
    {
        Program("az", """case "$*" in *registrationState*) echo NotRegistered ;; *"ad app create"*) echo client-1 ;; esac""");

        var (code, _) = await RunAsync("before-provision.sh", ("AZURE_ENV_NAME", "one"));

        code.ShouldBe(0);
        Calls("az").ShouldContain("az provider register --namespace Microsoft.App --wait");
        Calls("az").ShouldContain("az provider register --namespace Microsoft.ServiceBus --wait");
        Calls("azd").ShouldBe(["azd env set HELPDESK_SIGN_IN_CLIENT_ID client-1"]);
    }

    [Fact]
    public async Task BeforeProvision_Again_ChangesNothing()
    {
        Program("az", """case "$*" in *registrationState*) echo Registered ;; esac""");

        var (code, _) = await RunAsync("before-provision.sh", ("AZURE_ENV_NAME", "one"), ("HELPDESK_SIGN_IN_CLIENT_ID", "client-1"), ("HELPDESK_BUDGET", "100"), ("HELPDESK_BUDGET_START", "2026-01-01"));

        code.ShouldBe(0);
        Calls("az").ShouldAllBe(call => call.StartsWith("az provider show", StringComparison.Ordinal));
        Calls("azd").ShouldBeEmpty();
    }

    [Fact]
    public async Task BeforeProvision_FirstBudget_RemembersItsMonth()
    {
        Program("az", """case "$*" in *registrationState*) echo Registered ;; esac""");

        await RunAsync("before-provision.sh", ("AZURE_ENV_NAME", "one"), ("HELPDESK_SIGN_IN_CLIENT_ID", "client-1"), ("HELPDESK_BUDGET", "100"));

        Calls("azd").ShouldHaveSingleItem().ShouldMatch(@"^azd env set HELPDESK_BUDGET_START \d{4}-\d{2}-01$");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("exit 1")]
    public async Task BeforeProvision_WithoutAzdOrItsEnvironment_SaysWhatToSetAndEndsWell(string? azd)
    {
        Program("az", """case "$*" in *registrationState*) echo Registered ;; *"ad app create"*) echo client-1 ;; esac""");
        if (azd is not null)
            Program("azd", azd);

        var (code, said) = await RunWithoutAzdAsync("before-provision.sh", ("AZURE_ENV_NAME", "one"), ("HELPDESK_BUDGET", "100"));

        code.ShouldBe(0, said);
        said.ShouldContain("export HELPDESK_SIGN_IN_CLIENT_ID='client-1'");
        said.ShouldMatch(@"export HELPDESK_BUDGET_START='\d{4}-\d{2}-01'");
    }

    [Fact]
    public async Task AfterProvision_EntraNotReadyYet_TriesAgainAndEndsWell()
    {
        Program("az", """
            case "$*" in
              *"account show"*) echo tenant-1 ;;
              *"credential list"*) echo 0 ;;
              *"ad app update"*) if [ ! -f "$0.ready" ]; then touch "$0.ready"; exit 1; fi ;;
            esac
            """);

        var (code, said) = await RunAsync("after-provision.sh", AfterProvision);

        code.ShouldBe(0, said);
        Calls("sleep").ShouldBe(["sleep 5"]);
        Calls("az").Count(call => call.Contains("federated-credential create", StringComparison.Ordinal)).ShouldBe(1);
        Calls("az").ShouldNotContain(call => call.Contains("keyvault", StringComparison.Ordinal), "a private vault is reached by no script");
    }

    [Fact]
    public async Task AfterProvision_Again_MakesNoSecondCredential()
    {
        Program("az", """case "$*" in *"account show"*) echo tenant-1 ;; *"credential list"*) echo 1 ;; esac""");

        var (code, _) = await RunAsync("after-provision.sh", AfterProvision);

        code.ShouldBe(0);
        Calls("az").ShouldNotContain(call => call.Contains("federated-credential create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AfterProvision_EntraStaysAway_EndsWithWhatToDo()
    {
        Program("az", """case "$*" in *"account show"*) echo tenant-1 ;; *) exit 1 ;; esac""");

        var (code, said) = await RunAsync("after-provision.sh", AfterProvision);

        code.ShouldBe(1);
        said.ShouldContain("Run 'azd provision' again");
        Calls("sleep").ShouldBe(["sleep 5", "sleep 10", "sleep 20", "sleep 40", "sleep 80"]);
    }

    [Fact]
    public async Task AfterDeploy_AppThatIsWell_EndsWithNothingWrong()
    {
        Program("curl", """case "$*" in *webhooks/servicenow*) printf 401 ;; *webhooks*) printf 404 ;; *health*) printf 200 ;; *) printf 302 ;; esac""");

        var (code, said) = await RunAsync("after-deploy.sh", ("HELPDESK_URL", "https://app.test/"));

        (code, Regex.Count(said, "WRONG", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBe((0, 0), said);
        Calls("curl").ShouldContain(call => call.EndsWith("https://app.test/api/health/live", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("000", "check the address, DNS and the network")]
    [InlineData("503", "the app does not start")]
    [InlineData("302", "keeps /api/health/live closed")]
    [InlineData("200", "/cases is open without a sign-in")]
    [InlineData("202", "an unsigned webhook of servicenow was accepted")]
    public async Task AfterDeploy_AppThatIsNotWell_SaysWhatToChange(string everywhere, string told)
    {
        Program("curl", $"printf {everywhere}");

        var (code, said) = await RunAsync("after-deploy.sh", ("HELPDESK_URL", "https://app.test"));

        code.ShouldBe(1);
        said.ShouldContain(told);
    }

    private static readonly (string Name, string Value)[] AfterProvision =
        [("HELPDESK_URL", "https://app.test"), ("HELPDESK_SIGN_IN_CLIENT_ID", "client-1"), ("HELPDESK_APP_PRINCIPAL", "11111111-2222-3333-4444-555555555555")];

    private string[] Calls(string program)
    {
        var log = Path.Combine(_folder.FullName, "calls");
        return File.Exists(log) ? [.. File.ReadAllLines(log).Where(call => call.StartsWith($"{program} ", StringComparison.Ordinal))] : [];
    }

    private void Program(string name, string does)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\nprintf '%s\\n' \"{name} $(printf '%s ' \"$@\" | tr '\\n' ' ' | sed 's/ *$//')\" >>\"{_folder.FullName}/calls\"\n{does}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<(int Code, string Said)> RunAsync(string script, params (string Name, string Value)[] environment)
    {
        foreach (var program in new[] { "azd", "sleep" })
            Program(program, "exit 0");
        return StartAsync(script, Environment.GetEnvironmentVariable("PATH")!, environment);
    }

    // An azd of this machine is not on the path.
    private Task<(int Code, string Said)> RunWithoutAzdAsync(string script, params (string Name, string Value)[] environment) => StartAsync(script, "/usr/bin:/bin", environment);

    private async Task<(int Code, string Said)> StartAsync(string script, string path, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Folder, "infra-bicep", "scripts", script)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PATH"] = $"{_folder.FullName}:{path}";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complaints);
    }
}
