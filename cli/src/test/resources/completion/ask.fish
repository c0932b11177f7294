# ask.fish SCRIPT LINE...: prints each line and what fish offers where it ends.
source $argv[1]
for line in $argv[2..]
    echo "== $line"
    complete --do-complete "$line" | string replace --regex '\t.*' ''
end
# A word that has no explanation is no failure.
exit 0
